package dev.parlance.dialect.parrotmob;

import dev.parlance.conversation.StableId;
import dev.parlance.http.Request;
import dev.parlance.problem.Problem;
import dev.parlance.tenant.Access;
import java.util.Locale;
import java.util.UUID;

/// What the path of a request names.
final class Accounts {
    /// The account of all addresses.
    static final String PATH = "/api/v2/accounts/{account_id}/";

    private Accounts() {}

    /// The access to the account that is named, which must be the token's own.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound
    static Access access(Request request) {
        Access access = request.access();
        String named = request.pathValue("account_id");
        boolean own = named.equals("me")
                || named.equalsIgnoreCase(access.tenant().publicId().toString());
        if (!own) {
            throw new Problem.NotFound("Account").refusal();
        }
        return access;
    }

    /// The conversation that is named. What is no UUID is the id of nothing.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound
    static UUID conversation(Request request) {
        String id = request.pathValue("id");
        if (!StableId.isUuid(id)) {
            throw new Problem.NotFound("Conversation").refusal();
        }
        return UUID.fromString(id.toLowerCase(Locale.ROOT));
    }
}
