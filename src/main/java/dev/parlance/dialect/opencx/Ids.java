package dev.parlance.dialect.opencx;

import dev.parlance.conversation.StableId;
import dev.parlance.http.Request;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Mistake.Place;
import dev.parlance.problem.Problem;
import java.util.UUID;

/// The ids in paths.
final class Ids {
    private Ids() {}

    /// The UUID in the path of the template's `{name}`.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid when it is none
    static UUID of(Request request, String name) {
        String text = request.pathValue(name);
        if (!StableId.isUuid(text)) {
            throw Problem.invalid(new Mistake(Place.PATH, name, "uuid", name + " must be a UUID"));
        }
        return UUID.fromString(text);
    }
}
