package dev.parlance.intake;

import dev.parlance.journal.Command;
import dev.parlance.journal.Outcome;
import dev.parlance.query.Filter;
import dev.parlance.query.Row;
import java.util.List;
import java.util.function.Consumer;

/// Opens a tenant of the store that the command line names.
@FunctionalInterface
public interface Tenants {
    /// The tenant of that name, until it is closed.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound when there is none
    Opened open(String name);

    /// One tenant's conversations: to put and to read.
    interface Opened extends AutoCloseable {
        /// Carries out a batch as one transaction; the outcomes come in its order.
        List<Outcome> put(List<Command.Put> batch);

        /// Gives the conversations that match, with their transcripts, in the order of their numbers, holding only a
        /// few
        /// in memory at a time.
        void stream(Filter filter, Consumer<Row> rows);

        @Override
        void close();
    }
}
