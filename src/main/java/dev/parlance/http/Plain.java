package dev.parlance.http;

import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/// How problems are told where no dialect is in charge: `{"error": {"code": ..., "message": ...}}`.
final class Plain {
    private Plain() {}

    static Dialect dialect(List<Route> routes) {
        return new Dialect("house", "Parlance", "/", false, routes, Plain::body);
    }

    static Dialect.ProblemBody body(Problem problem) {
        return switch (problem) {
            case Problem.Invalid invalid -> body(400, "invalid", words(invalid.mistakes()));
            case Problem.Unauthenticated unauthenticated -> body(401, "unauthenticated", unauthenticated.reason());
            case Problem.Forbidden forbidden -> body(403, "forbidden", forbidden.reason());
            case Problem.NotFound notFound -> body(404, "not_found", notFound.what() + " not found.");
            case Problem.MethodNotAllowed method ->
                body(405, "method_not_allowed", "Allowed here: " + String.join(", ", method.allowed()) + ".");
            case Problem.Conflict conflict -> body(409, "conflict", conflict.reason());
            case Problem.Stale stale -> body(412, "stale", stale.reason());
            case Problem.TooLarge large -> body(413, "too_large", "The limit is " + large.limit() + " bytes.");
            case Problem.UnsupportedMediaType type ->
                body(415, "unsupported_media_type", "Expected " + type.accepted() + ".");
            case Problem.TooManyRequests requests -> body(429, "too_many_requests", "Too many requests.");
            case Problem.Unavailable unavailable -> body(503, "unavailable", unavailable.reason());
            case Problem.Failed failed -> body(500, "failed", "Request " + failed.reference() + " failed.");
        };
    }

    private static String words(List<Mistake> mistakes) {
        return mistakes.stream()
                .map(mistake -> mistake.field() + ": " + mistake.message())
                .collect(Collectors.joining(" "));
    }

    private static Dialect.ProblemBody body(int status, String code, String message) {
        return new Dialect.ProblemBody(status, json -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("error");
            json.writeStringProperty("code", code);
            json.writeStringProperty("message", message);
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}
