package dev.parlance.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The tree of a dialect's OpenAPI document, with its references followed.
record OpenApiFile(JsonNode tree) {
    static OpenApiFile of(String dialect) {
        String name = "/dev/parlance/dialect/" + dialect + "/openapi.yaml";
        try (InputStream file = OpenApiFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new AssertionError("there is no " + name + " on the class path");
            }
            return new OpenApiFile(new YAMLMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode components() {
        return tree.path("components");
    }

    /// The node itself, or what its `$ref` names.
    JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        if (reference.isMissingNode()) {
            return node;
        }
        JsonNode target = tree.at(reference.stringValue().substring(1));
        if (target.isMissingNode()) {
            throw new AssertionError(reference.stringValue() + " leads nowhere");
        }
        return resolve(target);
    }

    /// The resolved schema, and the schemas it joins by `anyOf` and `oneOf` or has as items.
    Stream<JsonNode> branches(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        Stream<JsonNode> joined =
                Stream.of("anyOf", "oneOf").flatMap(word -> resolved.path(word).valueStream());
        Stream<JsonNode> items = resolved.has("items") ? Stream.of(resolved.path("items")) : Stream.empty();
        return Stream.concat(Stream.of(resolved), Stream.concat(joined, items).flatMap(this::branches));
    }
}
