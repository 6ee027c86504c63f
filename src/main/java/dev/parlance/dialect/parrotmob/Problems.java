package dev.parlance.dialect.parrotmob;

import dev.parlance.http.Dialect.ProblemBody;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Problems as Phoenix and OpenApiSpex word them.
final class Problems {
    private Problems() {}

    static ProblemBody body(Problem problem) {
        return switch (problem) {
            case Problem.Invalid invalid -> new ProblemBody(422, json -> list(json, invalid.mistakes()));
            case Problem.Unauthenticated unauthenticated -> text(401, unauthenticated.reason());
            case Problem.Forbidden forbidden -> text(403, forbidden.reason());
            case Problem.NotFound notFound -> text(404, "Not Found");
            case Problem.MethodNotAllowed method -> text(405, "Method Not Allowed");
            case Problem.Conflict conflict -> text(409, conflict.reason());
            case Problem.Stale stale -> text(412, stale.reason());
            case Problem.TooLarge large -> text(413, "The body has more than " + large.limit() + " bytes");
            case Problem.UnsupportedMediaType type -> text(415, "The content type must be " + type.accepted());
            case Problem.TooManyRequests many -> text(429, "Too Many Requests");
            case Problem.Unavailable unavailable -> text(503, unavailable.reason());
            case Problem.Failed failed -> text(500, "Internal Server Error, reference " + failed.reference());
        };
    }

    private static ProblemBody text(int status, String detail) {
        return new ProblemBody(status, json -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("errors");
            json.writeStringProperty("detail", detail);
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void list(JsonGenerator json, List<Mistake> mistakes) {
        json.writeStartObject();
        json.writeArrayPropertyStart("errors");
        mistakes.forEach(mistake -> write(json, mistake));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Mistake mistake) {
        json.writeStartObject();
        json.writeStringProperty("title", "Invalid value");
        json.writeObjectPropertyStart("source");
        json.writeStringProperty("pointer", pointer(mistake));
        json.writeEndObject();
        json.writeStringProperty("detail", mistake.message());
        json.writeEndObject();
    }

    /// Escaped by RFC 6901: the name of an unknown parameter may hold anything. A member of a body goes by its path.
    private static String pointer(Mistake mistake) {
        String escaped = mistake.field().replace("~", "~0").replace("/", "~1");
        return "/"
                + (mistake.place() == Mistake.Place.BODY
                        ? escaped.replace("[", ".").replace("]", "").replace('.', '/')
                        : escaped);
    }
}
