package dev.parlance.dialect.parlance;

import dev.parlance.conversation.StableId;
import dev.parlance.http.Request;
import dev.parlance.problem.Problem;
import java.util.Locale;
import java.util.UUID;

/// Ids in paths. What is no UUID is the id of nothing.
final class Ids {
    private Ids() {}

    static UUID conversation(Request request) {
        return of(request, "conversation_id", "Conversation");
    }

    /// The id under a name of the path's template.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound for `what`
    static UUID of(Request request, String name, String what) {
        String text = request.pathValue(name);
        if (!StableId.isUuid(text)) {
            throw new Problem.NotFound(what).refusal();
        }
        return UUID.fromString(text.toLowerCase(Locale.ROOT));
    }
}
