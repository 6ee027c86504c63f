package dev.parlance.dialect.anyreach;

import dev.parlance.http.Dialect.ProblemBody;
import dev.parlance.journal.AgentLedger;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import dev.parlance.problem.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/// Problems as FastAPI words them: `detail` is text, or for 422 a list of what is wrong where.
final class Problems {
    /// The kinds of mistakes that are a 400 when there is no other.
    static final String UNKNOWN_COLUMN = "unknown_column";
    static final String UNFULFILLABLE = "unfulfillable";

    private static final Set<String> UNDERSTOOD = Set.of(UNKNOWN_COLUMN, UNFULFILLABLE, AgentLedger.PUBLISHED);

    private Problems() {}

    /// What was understood and cannot be done.
    static Refusal unfulfillable(String member, String reason) {
        return Problem.invalid(new Mistake(Mistake.Place.BODY, member, UNFULFILLABLE, reason));
    }

    static ProblemBody body(Problem problem) {
        return switch (problem) {
            case Problem.Invalid invalid -> invalid(invalid.mistakes());
            case Problem.Unauthenticated unauthenticated -> text(401, unauthenticated.reason());
            case Problem.Forbidden forbidden -> text(403, forbidden.reason());
            case Problem.NotFound notFound -> text(404, notFound.what() + " not found");
            case Problem.MethodNotAllowed method -> text(405, "Method not allowed");
            case Problem.Conflict conflict -> text(409, conflict.reason());
            case Problem.Stale stale -> text(412, stale.reason());
            case Problem.TooLarge large -> text(413, "The body has more than " + large.limit() + " bytes");
            case Problem.UnsupportedMediaType type -> text(415, "The content type must be " + type.accepted());
            case Problem.TooManyRequests many -> text(429, "Rate limit exceeded");
            case Problem.Unavailable unavailable -> text(503, unavailable.reason());
            case Problem.Failed failed -> text(500, "Internal server error, reference " + failed.reference());
        };
    }

    private static ProblemBody invalid(List<Mistake> mistakes) {
        boolean understood = mistakes.stream().allMatch(mistake -> UNDERSTOOD.contains(mistake.kind()));
        return understood
                ? text(400, mistakes.stream().map(Mistake::message).collect(Collectors.joining("; ")))
                : new ProblemBody(422, json -> list(json, mistakes));
    }

    private static ProblemBody text(int status, String detail) {
        return new ProblemBody(status, json -> {
            json.writeStartObject();
            json.writeStringProperty("detail", detail);
            json.writeEndObject();
        });
    }

    private static void list(JsonGenerator json, List<Mistake> mistakes) {
        json.writeStartObject();
        json.writeArrayPropertyStart("detail");
        mistakes.forEach(mistake -> write(json, mistake));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Mistake mistake) {
        json.writeStartObject();
        json.writeArrayPropertyStart("loc");
        json.writeString(mistake.place().name().toLowerCase(Locale.ROOT));
        if (!mistake.field().isEmpty()) {
            json.writeString(mistake.field());
        }
        json.writeEndArray();
        json.writeStringProperty("msg", mistake.message());
        json.writeStringProperty("type", mistake.kind());
        json.writeEndObject();
    }
}
