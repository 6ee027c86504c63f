package dev.parlance.http;

import dev.parlance.problem.Problem;
import java.util.List;
import java.util.function.Function;

/// One API: its routes, and how it says what went wrong. A dialect only translates.
///
/// @param name lower-case word; its OpenAPI file is the resource `/dev/parlance/dialect/<name>/openapi.yaml`
/// @param title for people, such as `OpenCX`
/// @param prefix the paths whose problems it reports, the longest matching prefix of all dialects wins; `/` takes the
/// rest
/// @param acceptsBasic whether the user name of HTTP Basic may carry the token
/// @param problems renders a problem as this API's body; the status comes from it too
public record Dialect(
        String name,
        String title,
        String prefix,
        boolean acceptsBasic,
        List<Route> routes,
        Function<Problem, ProblemBody> problems) {
    public Dialect {
        routes = List.copyOf(routes);
    }

    /// A problem in the dialect's words. Headers (`Allow`, `Retry-After`, `WWW-Authenticate`) are added by the server.
    public record ProblemBody(int status, String contentType, JsonBody body) {
        public ProblemBody(int status, JsonBody body) {
            this(status, "application/json", body);
        }
    }
}
