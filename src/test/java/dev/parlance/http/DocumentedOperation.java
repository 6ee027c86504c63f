package dev.parlance.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// One operation of an OpenAPI document, and what has been asked of it.
final class DocumentedOperation {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final String method;
    private final String template;
    private final Pattern path;
    private final JsonNode responses;
    private final List<DocumentedInput> inputs;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    DocumentedOperation(OpenApiFile file, String method, String template, JsonNode tree) {
        this.method = method.toUpperCase(Locale.ROOT);
        this.template = template;
        this.path = Pattern.compile(VARIABLE.matcher(template).replaceAll("([^/]+)"));
        this.responses = tree.path("responses");
        this.inputs = DocumentedInput.ofOperation(file, tree);
    }

    boolean is(String otherMethod, String otherTemplate) {
        return method.equals(otherMethod) && template.equals(otherTemplate);
    }

    boolean hasMethod(String other) {
        return method.equals(other);
    }

    boolean hasPath(String other) {
        return path.matcher(other).matches();
    }

    /// Missing when the status is not documented.
    JsonNode response(int status) {
        return responses.path(Integer.toString(status));
    }

    Set<String> statuses() {
        return new TreeSet<>(responses.propertyNames());
    }

    List<DocumentedInput> inputs() {
        return inputs;
    }

    void sawPath(String concrete) {
        Matcher names = VARIABLE.matcher(template);
        Matcher values = path.matcher(concrete);
        if (values.matches()) {
            for (int group = 1; names.find(); group++) {
                saw(names.group(1), values.group(group));
            }
        }
    }

    void saw(String name, String value) {
        seen.add(name);
        seen.add(name + "=" + value);
    }

    /// Objects and arrays are seen by their members and elements; an empty one by its name.
    void sawBody(String name, JsonNode value) {
        if (value.isContainer()) {
            seen.add(name);
        } else {
            saw(name, value.asString());
        }
        String prefix = name.isEmpty() ? "" : name + ".";
        value.propertyStream().forEach(member -> sawBody(prefix + member.getKey(), member.getValue()));
        if (value.isArray()) {
            value.forEach(element -> sawBody(name, element));
        }
    }

    Stream<String> unexercised() {
        return inputs.stream().filter(input -> !input.isHeader()).flatMap(this::unexercised);
    }

    private Stream<String> unexercised(DocumentedInput input) {
        if (!seen.contains(input.name())) {
            return Stream.of(this + ": " + input.name());
        }
        return input.values().stream()
                .map(value -> input.name() + "=" + value)
                .filter(pair -> !seen.contains(pair))
                .map(pair -> this + ": " + pair);
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
