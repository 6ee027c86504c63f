package dev.parlance.http;

import dev.parlance.tenant.Access;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// An admitted request. `query` has the decoded parameters in the order sent, a name given twice has two entries;
/// `path` the
/// decoded values of the route's template.
public record Request(
        String id,
        Access access,
        Map<String, String> path,
        List<Parameter> query,
        Map<String, String> headers,
        Supplier<JsonNode> body) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,255}");

    /// One query parameter as sent; the value is empty when there is no `=`.
    public record Parameter(String name, String value) {}

    /// The value in the path of the template's `{name}`.
    public String pathValue(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + name + "}");
        }
        return value;
    }

    /// The last value given for a query parameter, empty when it was not given.
    public Optional<String> findQuery(String name) {
        return query.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .reduce((first, last) -> last);
    }

    /// Under which address the client reached the server, such as `http://localhost:8080`; empty when it did not say. A
    /// proxy that ends TLS tells so by `X-Forwarded-Proto`.
    public String origin() {
        String host = headers.getOrDefault("host", "");
        String scheme = "https".equals(headers.get("x-forwarded-proto")) ? "https://" : "http://";
        return HOST.matcher(host).matches() ? scheme + host : "";
    }

    /// A header by its lower-case name.
    public Optional<String> findHeader(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// The body as it comes, of any length, for one of these content types or none at all; instead of [#json].
    ///
    /// @throws dev.parlance.problem.Refusal when it is of another content type
    public InputStream stream(Set<String> accepted) {
        if (body instanceof RequestBody own) {
            return own.stream(accepted);
        }
        throw new IllegalStateException("this request has no bytes");
    }

    /// The body as a tree; a missing node when there is none.
    ///
    /// @throws dev.parlance.problem.Refusal when it is too large, of another content type, or not JSON (with the
    /// position)
    public JsonNode json() {
        return body.get();
    }
}
