package dev.parlance.dialect.parlance;

import dev.parlance.dialect.Parameters;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.journal.Change;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Doors;
import java.util.List;

/// `GET /v1/audit`: the tenant's journal, entry by entry.
final class AuditCalls {
    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1000;

    private final Archive archive;

    private AuditCalls(Archive archive) {
        this.archive = archive;
    }

    static List<Route> routes(Doors doors) {
        return List.of(Route.get("/v1/audit", new AuditCalls(doors.archive())::list));
    }

    private Reply list(Request request) {
        Parameters parameters = Accepted.parameters(request, "after", "limit");
        long after = parameters.integer("after", 0, 0, Long.MAX_VALUE);
        int limit = (int) parameters.integer("limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT);
        parameters.check();
        List<Change> entries = archive.audit(request.access(), after, limit);
        long next = entries.isEmpty() ? after : entries.getLast().seq();
        return Reply.ok(entries, json -> {
            json.writeStartObject();
            ChangeJson.write(json, "data", entries);
            json.writeNumberProperty("next", next);
            json.writeEndObject();
        });
    }
}
