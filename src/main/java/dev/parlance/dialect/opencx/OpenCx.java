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
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// The API of OpenCX.
public final class OpenCx {
    private final Archive archive;

    private OpenCx(Archive archive) {
        this.archive = archive;
    }

    /// The dialect, answering through the doors.
    public static Dialect dialect(Doors doors) {
        Archive archive = doors.archive();
        OpenCx filtered = new OpenCx(archive);
        List<Route> routes = new ArrayList<>();
        routes.add(Route.post("/chat/sessions/filter", filtered::filter));
        routes.addAll(sessions(doors));
        routes.addAll(besides(doors));
        routes.addAll(usage(archive));
        return new Dialect("opencx", "OpenCX", "/", false, routes, OpenCx::problem);
    }

    private static List<Route> sessions(Doors doors) {
        SessionCalls sessions = new SessionCalls(doors);
        HistoryCalls history = new HistoryCalls(doors);
        return List.of(
                Route.get("/chat/sessions", sessions::list),
                Route.post("/chat/sessions", sessions::create),
                Route.get("/chat/sessions/search", new SearchCalls(doors)::search),
                Route.get("/chat/sessions/{session_id}", sessions::get),
                Route.patch("/chat/sessions/{session_id}", sessions::update),
                Route.post("/chat/sessions/{session_id}/send", history::send),
                Route.get("/chat/sessions/{session_id}/history", history::history));
    }

    private static List<Route> besides(Doors doors) {
        ContactCalls contacts = new ContactCalls(doors);
        TagCalls tags = new TagCalls(doors);
        RedactionCalls redaction = new RedactionCalls(doors);
        return List.of(
                Route.get("/contacts", contacts::list),
                Route.post("/contacts", contacts::create),
                Route.patch("/contacts/{contact_id}", contacts::update),
                Route.delete("/contacts/{contact_id}", contacts::delete),
                Route.get("/tags", tags::list),
                Route.put("/tags", tags::put),
                Route.get("/csat/scores/session/{session_id}", new ScoreCalls(doors)::get),
                Route.post("/redaction/message", redaction::message),
                Route.post("/redaction/session", redaction::session));
    }

    private static List<Route> usage(Archive archive) {
        UsageCalls usage = new UsageCalls(archive);
        return List.of(
                Route.get("/resource-usage/{resource_type}", usage::list),
                Route.get("/resource-usage/{resource_type}/{resource_id}/usage-summary", usage::summary),
                Route.get("/resource-usage/{resource_type}/{resource_id}/conversations", usage::conversations));
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
