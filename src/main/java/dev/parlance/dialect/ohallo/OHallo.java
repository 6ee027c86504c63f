package dev.parlance.dialect.ohallo;

import dev.parlance.conversation.Named;
import dev.parlance.dialect.Wording;
import dev.parlance.http.Dialect;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.problem.Problem;
import dev.parlance.query.Answer;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The API of OHallo.
public final class OHallo {
    private final Archive archive;

    private OHallo(Archive archive) {
        this.archive = archive;
    }

    public static Dialect dialect(Doors doors) {
        Archive archive = doors.archive();
        List<Route> routes = List.of(Route.get("/api/conversations", new OHallo(archive)::list));
        return new Dialect("ohallo", "OHallo", "/api/", false, routes, OHallo::problem);
    }

    private Reply list(Request request) {
        Access access = request.access();
        access.require(Permission.CONVERSATIONS_READ);
        ListRequest asked = ListRequest.read(request);
        checkReach(access.workspace(), asked.workspace());
        Answer answer = archive.ask(access, asked.query());
        return Reply.ok(answer.rows(), json -> write(json, access, answer));
    }

    /// To a token of one workspace the others do not exist.
    private static void checkReach(@Nullable Named own, @Nullable String asked) {
        if (own != null && asked != null && !own.id().toString().equalsIgnoreCase(asked)) {
            throw new Problem.NotFound("Workspace").refusal();
        }
    }

    private static void write(JsonGenerator json, Access access, Answer answer) {
        json.writeStartObject();
        json.writeArrayPropertyStart("conversations");
        answer.rows().forEach(row -> ConversationJson.write(json, access, row.conversation()));
        json.writeEndArray();
        json.writeNumberProperty("total", answer.total().orElseThrow());
        json.writeEndObject();
    }

    private static Dialect.ProblemBody problem(Problem problem) {
        return new Dialect.ProblemBody(Wording.status(problem), json -> {
            json.writeStartObject();
            json.writeStringProperty("error", Wording.message(problem));
            json.writeEndObject();
        });
    }
}
