package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.StableId;
import dev.parlance.http.Request;
import dev.parlance.problem.Problem;
import java.util.Locale;
import java.util.UUID;

/// Ids in requests. Any text may be one; what is no UUID is the id of nothing.
final class Ids {
    private Ids() {}

    /// The id in the path.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound
    static UUID conversation(Request request) {
        return of(request.pathValue("conversation_id"), "Conversation");
    }

    static UUID agent(Request request) {
        return of(request.pathValue("agent_id"), "Agent");
    }

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
