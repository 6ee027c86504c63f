package dev.parlance.dialect.parlance;

import dev.parlance.dialect.Members;
import dev.parlance.dialect.Wording;
import dev.parlance.http.Dialect.ProblemBody;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// Problems by RFC 9457: `type` names the kind, `errors` all that is wrong with a request.
final class Problems {
    static final String TYPE = "application/problem+json";

    private Problems() {}

    static ProblemBody body(Problem problem) {
        int status = Wording.status(problem);
        return new ProblemBody(status, TYPE, json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "urn:parlance:problem:" + kind(problem));
            json.writeStringProperty("title", Wording.name(problem));
            json.writeNumberProperty("status", status);
            json.writeStringProperty("detail", detail(problem));
            if (problem instanceof Problem.Invalid invalid) {
                errors(json, invalid.mistakes());
            }
            json.writeEndObject();
        });
    }

    /// What is wrong with a request or a record, as the member `errors`.
    static void errors(JsonGenerator json, List<Mistake> mistakes) {
        json.writeArrayPropertyStart("errors");
        for (Mistake mistake : mistakes) {
            Members members = new Members(json);
            json.writeStartObject();
            json.writeStringProperty("field", mistake.field());
            json.writeStringProperty("in", mistake.place().word());
            json.writeStringProperty("kind", mistake.kind());
            json.writeStringProperty("message", mistake.message());
            members.nullable("given", mistake.given());
            members.nullable("accepted", mistake.accepted());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// The record's name, such as `not-found`.
    private static String kind(Problem problem) {
        String name = problem.getClass().getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String detail(Problem problem) {
        return problem instanceof Problem.Unauthenticated unauthenticated
                ? unauthenticated.reason()
                : Wording.message(problem);
    }
}
