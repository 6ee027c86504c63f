package dev.parlance.http;

import dev.parlance.problem.Problem;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The body as a tree, read at the first call.
final class RequestBody implements Supplier<JsonNode> {
    private static final String ACCEPTED = "application/json";

    private final Map<String, String> headers;
    private final Body body;
    private @Nullable JsonNode tree;

    RequestBody(Map<String, String> headers, Body body) {
        this.headers = headers;
        this.body = body;
    }

    @Override
    public JsonNode get() {
        if (tree == null) {
            tree = read();
        }
        return tree;
    }

    /// The bytes as they come, for one of these content types or none at all.
    InputStream stream(Set<String> accepted) {
        String type = headers.getOrDefault("content-type", "")
                .toLowerCase(Locale.ROOT)
                .split(";", 2)[0]
                .strip();
        if (!type.isEmpty() && !accepted.contains(type)) {
            throw new Problem.UnsupportedMediaType(String.join(" or ", accepted)).refusal();
        }
        return body.stream();
    }

    private JsonNode read() {
        if (body.isAbsent()) {
            return MissingNode.getInstance();
        }
        String encoding = headers.get("content-encoding");
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            throw new Problem.UnsupportedMediaType(ACCEPTED + " without Content-Encoding").refusal();
        }
        if (!isJson(headers.get("content-type"))) {
            throw new Problem.UnsupportedMediaType(ACCEPTED).refusal();
        }
        return Json.read(body.read());
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return true;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        String type = parts[0].strip();
        boolean json = type.equals(ACCEPTED) || (type.startsWith("application/") && type.endsWith("+json"));
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            json &= !parameter.startsWith("charset=")
                    || parameter.equals("charset=utf-8")
                    || parameter.equals("charset=utf8");
        }
        return json;
    }
}
