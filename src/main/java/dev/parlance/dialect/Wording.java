package dev.parlance.dialect;

import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/// The status and the English sentence of a problem, for dialects that have no words of their own for it.
public final class Wording {
    private static final int MOST_MISTAKES = 20;

    private Wording() {}

    public static int status(Problem problem) {
        return switch (problem) {
            case Problem.Invalid invalid -> 400;
            case Problem.Unauthenticated unauthenticated -> 401;
            case Problem.Forbidden forbidden -> 403;
            case Problem.NotFound notFound -> 404;
            case Problem.MethodNotAllowed notAllowed -> 405;
            case Problem.Conflict conflict -> 409;
            case Problem.Stale stale -> 412;
            case Problem.TooLarge tooLarge -> 413;
            case Problem.UnsupportedMediaType unsupported -> 415;
            case Problem.TooManyRequests tooMany -> 429;
            case Problem.Failed failed -> 500;
            case Problem.Unavailable unavailable -> 503;
        };
    }

    public static String message(Problem problem) {
        return switch (problem) {
            case Problem.Invalid invalid -> message(invalid.mistakes());
            case Problem.Unauthenticated unauthenticated -> "Unauthorized";
            case Problem.Forbidden forbidden -> forbidden.reason();
            case Problem.NotFound notFound -> notFound.what() + " not found";
            case Problem.MethodNotAllowed notAllowed ->
                "Method not allowed; accepted: "
                        + notAllowed.allowed().stream().sorted().collect(Collectors.joining(", "));
            case Problem.Conflict conflict -> conflict.reason();
            case Problem.Stale stale -> stale.reason();
            case Problem.TooLarge tooLarge -> "The body has more than " + tooLarge.limit() + " bytes";
            case Problem.UnsupportedMediaType unsupported -> "The body must be " + unsupported.accepted();
            case Problem.TooManyRequests tooMany ->
                "Rate limit exceeded; try again in " + tooMany.retryAfter().toSeconds() + " s";
            case Problem.Failed failed -> "Internal server error, reference " + failed.reference();
            case Problem.Unavailable unavailable -> unavailable.reason();
        };
    }

    /// The name of a status, as in HTTP's own list.
    public static String name(Problem problem) {
        return switch (problem) {
            case Problem.Invalid invalid -> "Bad Request";
            case Problem.Unauthenticated unauthenticated -> "Unauthorized";
            case Problem.Forbidden forbidden -> "Forbidden";
            case Problem.NotFound notFound -> "Not Found";
            case Problem.MethodNotAllowed notAllowed -> "Method Not Allowed";
            case Problem.Conflict conflict -> "Conflict";
            case Problem.Stale stale -> "Precondition Failed";
            case Problem.TooLarge tooLarge -> "Content Too Large";
            case Problem.UnsupportedMediaType unsupported -> "Unsupported Media Type";
            case Problem.TooManyRequests tooMany -> "Too Many Requests";
            case Problem.Failed failed -> "Internal Server Error";
            case Problem.Unavailable unavailable -> "Service Unavailable";
        };
    }

    private static String message(List<Mistake> mistakes) {
        String all =
                mistakes.stream().limit(MOST_MISTAKES).map(Mistake::message).collect(Collectors.joining("; "));
        int others = mistakes.size() - MOST_MISTAKES;
        return others > 0 ? all + "; and " + others + " more" : all;
    }
}
