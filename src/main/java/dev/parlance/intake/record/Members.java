package dev.parlance.intake.record;

import dev.parlance.conversation.JsonText;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The members of one JSON object, read one by one: a member is there with the right type, absent (also when null), or
/// a mistake. [#close] finds those that nobody asked for.
public final class Members {
    static final int LONGEST_NAME = 512;
    static final int LONGEST_TEXT = 4 * 1024 * 1024;

    private final String path;
    private final JsonNode object;
    private final Mistakes mistakes;
    private final List<String> asked = new ArrayList<>();
    private boolean closed;

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

    /// The members of a request's body, or none when there is no body; [#check] ends the reading.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid when it is no object
    public static Members of(JsonNode body) {
        Mistakes mistakes = new Mistakes();
        JsonNode given = body.isMissingNode() ? JsonNodeFactory.instance.objectNode() : body;
        return find("", given, mistakes).orElseThrow(() -> new Problem.Invalid(mistakes.list()).refusal());
    }

    /// Refuses what has mistakes, unknown members among them.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with all mistakes
    public void check() {
        close();
        if (!mistakes.none()) {
            throw new Problem.Invalid(mistakes.list()).refusal();
        }
    }

    /// The value of a member, null when it is absent.
    @Nullable
    JsonNode value(String name) {
        asked.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    /// Whether the member is there and null, which otherwise counts as absent.
    public boolean isNull(String name) {
        JsonNode value = object.get(name);
        return value != null && value.isNull();
    }

    public void require(String name) {
        if (!has(name)) {
            wrong(name, "missing", "missing");
        }
    }

    /// Text that names something: not empty, at most 512 characters.
    public @Nullable String name(String name) {
        String text = text(name, LONGEST_NAME);
        if (text != null && text.isBlank()) {
            wrong(name, "text", "empty text where something is named; leave the member out");
            return null;
        }
        return text;
    }

    public @Nullable String text(String name) {
        return text(name, LONGEST_TEXT);
    }

    private @Nullable String text(String name, int longest) {
        JsonNode value = value(name);
        return value == null ? null : text(path + name, value, longest);
    }

    private @Nullable String text(String field, JsonNode value, int longest) {
        if (!value.isString()) {
            String message = Flaws.kindOf(value) + " where text is expected";
            mistakes.add(new Mistake(Mistake.Place.BODY, field, "text", message, Flaws.kindOf(value), "text"));
            return null;
        }
        String text = value.stringValue();
        Optional<String> flaw = text.length() > longest
                ? Optional.of("text of " + text.length() + " characters; at most " + longest + " are kept")
                : Flaws.find(text);
        flaw.ifPresent(reason -> mistakes.add(field, "text", reason));
        return flaw.isPresent() ? null : text;
    }

    public <E extends Enum<E>> @Nullable E word(String name, E[] accepted) {
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
        wrong(
                name,
                "enum",
                given(value) + " where one of these is expected: " + words,
                given(value),
                "one of " + words);
        return null;
    }

    public @Nullable Instant instant(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        Optional<Instant> instant = value.isString() ? InstantText.find(value.stringValue()) : Optional.empty();
        if (instant.isEmpty()) {
            String accepted = "such as 2026-01-31T12:00:00Z, years 0001 to 9999";
            String message = given(value) + " where a moment is expected " + accepted;
            wrong(name, "instant", message, given(value), "a moment " + accepted);
        }
        return instant.orElse(null);
    }

    public @Nullable Boolean flag(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            expected(name, "boolean", value, "true or false");
            return null;
        }
        return value == null ? null : value.booleanValue();
    }

    public @Nullable Long integer(String name, long least, long most) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()) {
            expected(name, "integer", value, "a whole number");
            return null;
        }
        if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
            String accepted = least + " to " + most;
            wrong(name, "range", "a number outside " + accepted, given(value), "a whole number from " + accepted);
            return null;
        }
        return value.longValue();
    }

    /// A number of seconds, or another count that fits 31 bits.
    public @Nullable Integer count(String name) {
        Long number = integer(name, 0, Integer.MAX_VALUE);
        return number == null ? null : number.intValue();
    }

    public @Nullable JsonText object(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isObject()) {
            expected(name, "object", value, "an object");
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

    public Optional<Members> findMembers(String name) {
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
            String accepted = "an array of at most " + most;
            wrong(name, "array", given + " where " + accepted + " is expected", given, accepted);
            return List.of();
        }
        return List.copyOf(value.values());
    }

    /// The members of an element of an array.
    Optional<Members> findElement(String name, int index, JsonNode value) {
        return find(path + name + "[" + index + "]", value, mistakes);
    }

    /// An array of distinct names.
    public List<String> names(String name, int most) {
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

    public void wrong(String name, String kind, String reason) {
        mistakes.add(path + name, kind, reason);
    }

    private void wrong(String name, String kind, String message, String given, String accepted) {
        mistakes.add(new Mistake(Mistake.Place.BODY, path + name, kind, message, given, accepted));
    }

    private void expected(String name, String kind, JsonNode value, String accepted) {
        wrong(name, kind, Flaws.kindOf(value) + " where " + accepted + " is expected", given(value), accepted);
    }

    /// A short form of what was given: the text itself when it is short.
    private static String given(JsonNode value) {
        return value.isString() ? '"' + Mistake.quoted(value.stringValue()) + '"' : Flaws.kindOf(value);
    }

    /// Names the members that nobody asked for.
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        for (String name : object.propertyNames()) {
            if (!asked.contains(name)) {
                mistakes.add(path + Mistake.quoted(name), "unknown", "unknown member");
            }
        }
    }
}
