package dev.parlance.dialect.opencx;

import dev.parlance.dialect.Wording;
import dev.parlance.http.Dialect;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.problem.Problem;
import dev.parlance.query.Answer;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Doors;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// The API of OpenCX.
public final class OpenCx {
    private final Archive archive;

    private OpenCx(Archive archive) {
        this.archive = archive;
    }

    public static Dialect dialect(Doors doors) {
        Archive archive = doors.archive();
        OpenCx sessions = new OpenCx(archive);
        UsageCalls usage = new UsageCalls(archive);
        List<Route> routes = List.of(
                Route.post("/chat/sessions/filter", sessions::filter),
                Route.get("/resource-usage/{resource_type}", usage::list),
                Route.get("/resource-usage/{resource_type}/{resource_id}/usage-summary", usage::summary),
                Route.get("/resource-usage/{resource_type}/{resource_id}/conversations", usage::conversations));
        return new Dialect("opencx", "OpenCX", "/", false, routes, OpenCx::problem);
    }

    private Reply filter(Request request) {
        FilterRequest asked = FilterRequest.read(request.json());
        Answer answer = archive.ask(request.access(), asked.query());
        return Reply.ok(answer.rows(), json -> write(json, asked, answer));
    }

    private static void write(JsonGenerator json, FilterRequest asked, Answer answer) {
        json.writeStartObject();
        json.writeArrayPropertyStart("data");
        answer.rows().forEach(row -> SessionJson.write(json, row.conversation()));
        json.writeEndArray();
        json.writeNumberProperty("page", asked.page());
        json.writeNumberProperty("limit", asked.limit());
        json.writeBooleanProperty("has_next", answer.more());
        json.writeBooleanProperty("has_previous", asked.page() > 1);
        json.writeEndObject();
    }

    /// The vendor's `ErrorDto`.
    private static Dialect.ProblemBody problem(Problem problem) {
        int status = Wording.status(problem);
        return new Dialect.ProblemBody(status, json -> {
            json.writeStartObject();
            json.writeNumberProperty("statusCode", status);
            json.writeStringProperty("message", Wording.message(problem));
            json.writeStringProperty("error", Wording.name(problem));
            json.writeEndObject();
        });
    }
}
