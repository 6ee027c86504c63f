package dev.parlance.dialect.parlance;

import dev.parlance.conversation.StableId;
import dev.parlance.http.Request;
import dev.parlance.intake.record.Members;
import dev.parlance.problem.Problem;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Ids in paths. What is no UUID is the id of nothing.
final class Ids {
    private Ids() {}

    static UUID conversation(Request request) {
        return of(request, "conversation_id", "Conversation");
    }

    /// A workspace by its id or its name.
    static UUID workspace(String text) {
        return StableId.isUuid(text) ? UUID.fromString(text.toLowerCase(Locale.ROOT)) : StableId.workspace(text);
    }

    /// A member that is a UUID; null without it, and when it is another text, which is noted.
    static @Nullable UUID member(Members members, String name) {
        String text = members.name(name);
        if (text == null || StableId.isUuid(text)) {
            return text == null ? null : UUID.fromString(text.toLowerCase(Locale.ROOT));
        }
        members.wrong(name, "uuid", "text that is not a UUID");
        return null;
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
