package dev.parlance.intake.record;

import dev.parlance.conversation.JsonText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The members of one JSON object, read one by one: a member is there with the right type, absent (also when null), or
/// a mistake. [#close] finds those that nobody asked for.
final class Members {
    static final int LONGEST_NAME = 512;
    static final int LONGEST_TEXT = 4 * 1024 * 1024;

    private final String path;
    private final JsonNode object;
    private final Mistakes mistakes;
    private final List<String> asked = new ArrayList<>();

    private Members(String path, JsonNode object, Mistakes mistakes) {
        this.path = path;
        this.object = object;
        this.mistakes = mistakes;
    }

    /// The members of a value that should be an object; `path` is empty for the record itself.
    static Optional<Members> find(String path, JsonNode value, Mistakes mistakes) {
        if (!value.isObject()) {
            mistakes.add(
                    path.isEmpty() ? "record" : path, "object", Flaws.kindOf(value) + " where an object is expected");
            return Optional.empty();
        }
        return Optional.of(new Members(path.isEmpty() ? "" : path + ".", value, mistakes));
    }

    /// The value of a member, null when it is absent.
    @Nullable
    JsonNode value(String name) {
        asked.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    void require(String name) {
        if (!has(name)) {
            wrong(name, "missing", "missing");
        }
    }

    /// Text that names something: not empty, at most 512 characters.
    @Nullable
    String name(String name) {
        String text = text(name, LONGEST_NAME);
        if (text != null && text.isBlank()) {
            wrong(name, "text", "empty text where something is named; leave the member out");
            return null;
        }
        return text;
    }

    @Nullable
    String text(String name) {
        return text(name, LONGEST_TEXT);
    }

    private @Nullable String text(String name, int longest) {
        JsonNode value = value(name);
        return value == null ? null : text(path + name, value, longest);
    }

    private @Nullable String text(String field, JsonNode value, int longest) {
        if (!value.isString()) {
            mistakes.add(field, "text", Flaws.kindOf(value) + " where text is expected");
            return null;
        }
        String text = value.stringValue();
        Optional<String> flaw = text.length() > longest
                ? Optional.of("text of " + text.length() + " characters; at most " + longest + " are kept")
                : Flaws.find(text);
        flaw.ifPresent(reason -> mistakes.add(field, "text", reason));
        return flaw.isPresent() ? null : text;
    }

    <E extends Enum<E>> @Nullable E word(String name, E[] accepted) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        String given = value.isString() ? value.stringValue() : null;
        for (E one : accepted) {
            if (one.name().toLowerCase(Locale.ROOT).equals(given)) {
                return one;
            }
        }
        String words = Arrays.stream(accepted)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        wrong(name, "enum", given(value) + " where one of these is expected: " + words);
        return null;
    }

    @Nullable
    Instant instant(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        Optional<Instant> instant = value.isString() ? InstantText.find(value.stringValue()) : Optional.empty();
        if (instant.isEmpty()) {
            wrong(
                    name,
                    "instant",
                    given(value) + " where a moment is expected such as 2026-01-31T12:00:00Z, years 0001 to 9999");
        }
        return instant.orElse(null);
    }

    @Nullable
    Boolean flag(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            wrong(name, "boolean", Flaws.kindOf(value) + " where true or false is expected");
            return null;
        }
        return value == null ? null : value.booleanValue();
    }

    @Nullable
    Long integer(String name, long least, long most) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()) {
            wrong(name, "integer", Flaws.kindOf(value) + " where a whole number is expected");
            return null;
        }
        if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
            wrong(name, "range", "a number outside " + least + " to " + most);
            return null;
        }
        return value.longValue();
    }

    /// A number of seconds, or another count that fits 31 bits.
    @Nullable
    Integer count(String name) {
        Long number = integer(name, 0, Integer.MAX_VALUE);
        return number == null ? null : number.intValue();
    }

    @Nullable
    JsonText object(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isObject()) {
            wrong(name, "object", Flaws.kindOf(value) + " where an object is expected");
            return null;
        }
        return value == null ? null : json(name, value);
    }

    @Nullable
    JsonText json(String name) {
        JsonNode value = value(name);
        return value == null ? null : json(name, value);
    }

    private @Nullable JsonText json(String name, JsonNode value) {
        Optional<String> flaw = Flaws.find(value);
        if (flaw.isPresent()) {
            wrong(name, "json", flaw.get());
            return null;
        }
        return JsonText.of(value);
    }

    Optional<Members> findMembers(String name) {
        JsonNode value = value(name);
        return value == null ? Optional.empty() : find(path + name, value, mistakes);
    }

    /// The elements of an array, none when it is absent.
    List<JsonNode> elements(String name, int most) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > most) {
            String given = value.isArray() ? "an array of " + value.size() + " elements" : Flaws.kindOf(value);
            wrong(name, "array", given + " where an array of at most " + most + " is expected");
            return List.of();
        }
        return List.copyOf(value.values());
    }

    /// The members of an element of an array.
    Optional<Members> findElement(String name, int index, JsonNode value) {
        return find(path + name + "[" + index + "]", value, mistakes);
    }

    /// An array of distinct names.
    List<String> names(String name, int most) {
        List<JsonNode> elements = elements(name, most);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            String field = path + name + "[" + i + "]";
            String text = text(field, elements.get(i), LONGEST_NAME);
            if (text != null && text.isBlank()) {
                mistakes.add(field, "text", "empty text where something is named");
            } else if (text != null) {
                names.add(text);
            }
        }
        return names.stream().distinct().toList();
    }

    void wrong(String name, String kind, String reason) {
        mistakes.add(path + name, kind, reason);
    }

    /// A short form of what was given: the text itself when it is short.
    private static String given(JsonNode value) {
        return value.isString() ? '"' + Mistakes.quoted(value.stringValue()) + '"' : Flaws.kindOf(value);
    }

    /// Names the members that nobody asked for.
    void close() {
        for (String name : object.propertyNames()) {
            if (!asked.contains(name)) {
                mistakes.add(path + Mistakes.quoted(name), "unknown", "unknown member");
            }
        }
    }
}
