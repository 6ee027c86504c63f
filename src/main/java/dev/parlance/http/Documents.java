package dev.parlance.http;

import dev.parlance.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The pages about the dialects and their OpenAPI documents, from the class path, kept once read.
final class Documents {
    private static final String PAGES = "/dev/parlance/http/docs/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "yaml", "application/yaml");
    private static final Map<String, String> SAFETY = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
            "Referrer-Policy",
            "no-referrer");

    private final Set<String> dialects;
    private final ConcurrentHashMap<String, Optional<Document>> kept = new ConcurrentHashMap<>();

    Documents(List<Dialect> dialects) {
        this.dialects = dialects.stream().map(Dialect::name).collect(Collectors.toUnmodifiableSet());
    }

    private record Document(String text, String tag) {}

    Reply index(Endpoint.Visit visit) {
        return reply(visit, PAGES + "index.html", "html", UnaryOperator.identity());
    }

    Reply page(Endpoint.Visit visit) {
        known(visit.path().getOrDefault("dialect", ""));
        return reply(visit, PAGES + "page.html", "html", UnaryOperator.identity());
    }

    Reply asset(Endpoint.Visit visit) {
        String file = visit.path().getOrDefault("file", "");
        String type = file.substring(file.lastIndexOf('.') + 1);
        if (!TYPES.containsKey(type) || file.contains("/") || file.contains("..")) {
            throw notFound();
        }
        return reply(visit, PAGES + "assets/" + file, type, UnaryOperator.identity());
    }

    Reply openApi(Endpoint.Visit visit) {
        String file = visit.path().getOrDefault("file", "");
        int dot = file.lastIndexOf('.');
        String type = file.substring(dot + 1);
        String dialect = known(dot < 0 ? file : file.substring(0, dot));
        String resource = "/dev/parlance/dialect/" + dialect + "/openapi.yaml";
        return switch (type) {
            case "yaml" -> reply(visit, resource, type, UnaryOperator.identity());
            case "json" -> reply(visit, resource, type, Documents::json);
            default -> throw notFound();
        };
    }

    private String known(String dialect) {
        if (!dialects.contains(dialect)) {
            throw notFound();
        }
        return dialect;
    }

    private Reply reply(Endpoint.Visit visit, String resource, String type, UnaryOperator<String> form) {
        Document document = kept.computeIfAbsent(type + ":" + resource, key -> read(resource, form))
                .orElseThrow(Documents::notFound);
        Map<String, String> headers = new TreeMap<>(SAFETY);
        headers.put("ETag", document.tag());
        headers.put("Cache-Control", "no-cache");
        return document.tag().equals(visit.headers().get("if-none-match"))
                ? new Reply.Empty(304, headers)
                : new Reply.Text(200, headers, TYPES.getOrDefault(type, "text/plain"), document.text());
    }

    private static Optional<Document> read(String resource, UnaryOperator<String> form) {
        try (InputStream in = Documents.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            String text = form.apply(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return Optional.of(new Document(text, tag(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(String yaml) {
        JsonNode tree = YAMLMapper.builder().build().readTree(yaml);
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    }

    private static String tag(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException notFound() {
        return new Problem.NotFound("Document").refusal();
    }
}
