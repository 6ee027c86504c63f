package dev.parlance.dialect.ohallo;

import dev.parlance.conversation.StableId;
import dev.parlance.problem.Problem;
import java.util.Locale;
import java.util.UUID;

/// Ids in requests. Any text may be one; what is no UUID is the id of nothing.
final class Ids {
    private Ids() {}

    /// The id, `what` being the kind of thing that is meant.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound
    static UUID of(String text, String what) {
        if (!StableId.isUuid(text)) {
            throw new Problem.NotFound(what).refusal();
        }
        return UUID.fromString(text.toLowerCase(Locale.ROOT));
    }
}
