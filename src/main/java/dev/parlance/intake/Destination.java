package dev.parlance.intake;

import dev.parlance.journal.Command;
import dev.parlance.journal.Outcome;
import java.util.List;

/// Where an import puts what it brings. One without a place for files keeps none.
@FunctionalInterface
public interface Destination {
    /// Carries out a batch as one transaction; the outcomes come in its order.
    List<Outcome> put(List<Command.Put> batch);

    /// Keeps a file of the conversation of this number and says whether it held another one or none before.
    ///
    /// @throws java.io.UncheckedIOException when it cannot be read, or changed meanwhile; nothing changed then
    default boolean keep(long conversation, Enclosed file) {
        return false;
    }
}
