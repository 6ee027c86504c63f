package dev.parlance.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A dialect's OpenAPI document as a measure: answers are checked against it, and what it documents but no test asked
/// can be listed.
public final class Documented {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final String dialect;
    private final OpenApiFile file;
    private final List<DocumentedOperation> operations;
    private final AnswerSchemas schemas;

    private Documented(String dialect, OpenApiFile file) {
        this.dialect = dialect;
        this.file = file;
        this.schemas = new AnswerSchemas(file);
        this.operations = file.tree()
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member ->
                                new DocumentedOperation(file, member.getKey(), path.getKey(), member.getValue())))
                .toList();
    }

    /// The document of a dialect, such as `opencx`.
    public static Documented of(String dialect) {
        return new Documented(dialect, OpenApiFile.of(dialect));
    }

    /// Checks an answer: operation, status and content type are documented, and the body is valid by their schema. A
    /// 405
    /// is checked against any operation of the path.
    ///
    /// @param path the path without query, such as `/core/conversations`
    /// @throws AssertionError naming each thing that is wrong
    public void check(String method, String path, int status, String contentType, byte[] body) {
        String request = dialect + ": " + method + " " + path;
        DocumentedOperation operation = find(method, path)
                .or(() -> status == 405 ? findPath(path) : Optional.empty())
                .orElseThrow(() -> new AssertionError(request + " is not documented"));
        JsonNode response = file.resolve(operation.response(status));
        if (response.isMissingNode()) {
            throw new AssertionError(request + " answers " + status + "; documented are only " + operation.statuses());
        }
        if (response.path("content").isMissingNode()) {
            if (body.length > 0) {
                throw new AssertionError(request + " answers " + status + " with a body; documented is none");
            }
            return;
        }
        JsonNode content = response.path("content").path(mediaType(contentType));
        if (content.isMissingNode()) {
            throw new AssertionError(request + " answers " + status + " with content type " + contentType
                    + "; documented are only " + response.path("content").propertyNames());
        }
        parts(mediaType(contentType), body)
                .forEach(part -> validate(request + " answers " + status, content.path("schema"), part));
    }

    /// The values of a body: one, or of NDJSON one a line.
    private static Stream<byte[]> parts(String mediaType, byte[] body) {
        return mediaType.equals("application/x-ndjson")
                ? new String(body, StandardCharsets.UTF_8).lines().map(line -> line.getBytes(StandardCharsets.UTF_8))
                : Stream.of(body);
    }

    /// The names of an operation's parameters and body members, the latter as paths such as `filters.date.from`.
    public Set<String> parameters(String method, String pathTemplate) {
        return operation(method, pathTemplate).inputs().stream()
                .map(DocumentedInput::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// What a parameter or body member may be, empty when it cannot be listed.
    public List<String> enumValues(String method, String pathTemplate, String parameter) {
        return operation(method, pathTemplate).inputs().stream()
                .filter(input -> input.name().equals(parameter))
                .findFirst()
                .orElseThrow(() -> new AssertionError(dialect + ": " + parameter + " is not documented"))
                .values();
    }

    /// Remembers a request; one that is not documented teaches nothing.
    public void saw(String method, String pathAndQuery, @Nullable String body) {
        String[] parts = pathAndQuery.split("\\?", 2);
        find(method, parts[0]).ifPresent(operation -> {
            operation.sawPath(decode(parts[0]));
            if (parts.length == 2) {
                sawQuery(operation, parts[1]);
            }
            sawBody(operation, body);
        });
    }

    /// Parameters, body members and enum values that no request had, a line each. Headers are not looked at.
    public List<String> unexercised() {
        return operations.stream().flatMap(DocumentedOperation::unexercised).toList();
    }

    private Optional<DocumentedOperation> find(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.hasMethod(method) && operation.hasPath(path))
                .findFirst();
    }

    private Optional<DocumentedOperation> findPath(String path) {
        return operations.stream().filter(operation -> operation.hasPath(path)).findFirst();
    }

    private DocumentedOperation operation(String method, String template) {
        return operations.stream()
                .filter(operation -> operation.is(method, template))
                .findFirst()
                .orElseThrow(() -> new AssertionError(dialect + ": " + method + " " + template + " is not documented"));
    }

    private void validate(String answer, JsonNode schema, byte[] body) {
        List<String> errors = schemas.errors(schema, tree(answer, body));
        if (!errors.isEmpty()) {
            throw new AssertionError(
                    answer + " with a body that is not as documented:\n  " + String.join("\n  ", errors));
        }
    }

    private static JsonNode tree(String answer, byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new AssertionError(answer + " with a body that is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void sawQuery(DocumentedOperation operation, String query) {
        for (String pair : query.split("&", -1)) {
            String[] sides = pair.split("=", 2);
            operation.saw(decode(sides[0]), sides.length == 2 ? decode(sides[1]) : "");
        }
    }

    private static void sawBody(DocumentedOperation operation, @Nullable String body) {
        if (body == null || body.isBlank()) {
            return;
        }
        try {
            operation.sawBody("", JSON.readTree(body));
        } catch (JacksonException | NumberFormatException malformed) {
            // A test of malformed JSON: it has no members to remember.
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
