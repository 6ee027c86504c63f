package dev.parlance.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A parameter, or a member of a request's body under its path such as `filters.date.from`; `values` are all that it
/// may be, when they can be listed.
record DocumentedInput(String place, String name, List<String> values) {
    private static final String BODY = "body";

    DocumentedInput {
        values = List.copyOf(values);
    }

    static List<DocumentedInput> ofOperation(OpenApiFile file, JsonNode operation) {
        List<DocumentedInput> inputs = new ArrayList<>();
        operation
                .path("parameters")
                .valueStream()
                .map(file::resolve)
                .forEach(parameter -> inputs.add(new DocumentedInput(
                        parameter.path("in").stringValue(),
                        parameter.path("name").stringValue(),
                        values(file, parameter.path("schema")))));
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        addMembers(file, "", schema, inputs);
        return inputs;
    }

    boolean isHeader() {
        return place.equals("header");
    }

    private static void addMembers(OpenApiFile file, String prefix, JsonNode schema, List<DocumentedInput> inputs) {
        file.branches(schema)
                .flatMap(branch -> branch.path("properties").propertyStream())
                .forEach(member -> addMember(file, prefix + member.getKey(), member.getValue(), inputs));
    }

    /// An alias needs to be known by its name; what it may hold is its original's.
    private static void addMember(OpenApiFile file, String name, JsonNode schema, List<DocumentedInput> inputs) {
        if (schema.has("x-alias-of")) {
            inputs.add(new DocumentedInput(BODY, name, List.of()));
        } else {
            inputs.add(new DocumentedInput(BODY, name, values(file, schema)));
            addMembers(file, name + ".", schema, inputs);
        }
    }

    private static List<String> values(OpenApiFile file, JsonNode schema) {
        return file.branches(schema)
                .flatMap(DocumentedInput::ownValues)
                .distinct()
                .toList();
    }

    private static Stream<String> ownValues(JsonNode schema) {
        boolean isBoolean = Stream.concat(
                        Stream.of(schema.path("type")), schema.path("type").valueStream())
                .anyMatch(type -> type.asString("").equals("boolean"));
        return isBoolean
                ? Stream.of("true", "false")
                : schema.path("enum")
                        .valueStream()
                        .filter(value -> !value.isNull())
                        .map(JsonNode::asString);
    }
}
