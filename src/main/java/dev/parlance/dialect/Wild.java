package dev.parlance.dialect;

import dev.parlance.conversation.StableId;
import dev.parlance.problem.Mistake.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A value of a request's body before it is understood. Reading it gives what it means, or notes what is wrong and
/// gives
/// nothing.
///
/// @param path where it is in the body, such as `filters.date.from`
public record Wild(String path, JsonNode node, Mistakes mistakes) {
    private static final int MOST_NAMED = 10;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_DIGITS = 18;

    /// A whole body. A missing one is as one without members; what is no object is noted.
    public static Wild body(JsonNode body, Mistakes mistakes) {
        if (!body.isObject() && !body.isMissingNode()) {
            mistakes.add(Place.BODY, "", "object", "The body must be a JSON object");
        }
        return new Wild("", body, mistakes);
    }

    /// Whether there is nothing in it: absent, null, an empty array or an empty object.
    public boolean isNothing() {
        return node.isMissingNode() || node.isNull() || (node.isContainer() && node.isEmpty());
    }

    public Wild member(String name) {
        return new Wild(path.isEmpty() ? name : path + '.' + name, node.path(name), mistakes);
    }

    /// What a member means; empty when it is absent or null.
    public <T> Optional<T> find(String name, Function<Wild, Optional<T>> reader) {
        Wild member = member(name);
        return member.node.isMissingNode() || member.node.isNull() ? Optional.empty() : reader.apply(member);
    }

    /// The member as an object to read from; one without members when it is absent, null or no object, which is noted.
    public Wild object(String name) {
        Wild member = member(name);
        boolean absent = member.node.isMissingNode() || member.node.isNull();
        if (!absent && !member.node.isObject()) {
            member.mistake("object", "an object");
        }
        return member.node.isObject() ? member : new Wild(member.path, MissingNode.getInstance(), mistakes);
    }

    /// The elements of an array; any other value stands for an array of itself.
    public List<Wild> elements(int most) {
        if (!node.isArray()) {
            return isNothing() ? List.of() : List.of(this);
        }
        if (node.size() > most) {
            mistake("many", "at most " + most + " values");
            return List.of();
        }
        List<Wild> elements = new ArrayList<>();
        node.values().forEach(each -> elements.add(new Wild(path + '[' + elements.size() + ']', each, mistakes)));
        return elements;
    }

    public Optional<String> findText() {
        return node.isString() ? Optional.of(node.stringValue()) : mistake("text", "text");
    }

    /// The text; a whole number stands for its digits.
    public Optional<String> findTextOrDigits() {
        Optional<String> text =
                node.isString() ? Optional.of(node.stringValue()) : findWhole().map(BigDecimal::toPlainString);
        return text.isPresent() ? text : mistake("text", "text or an integer");
    }

    public Optional<UUID> findUuid() {
        return node.isString() && StableId.isUuid(node.stringValue())
                ? Optional.of(UUID.fromString(node.stringValue()))
                : mistake("uuid", "a UUID");
    }

    /// A text that is not blank and not longer than this.
    public Optional<String> findText(int longest) {
        boolean fits = node.isString()
                && !node.stringValue().isBlank()
                && node.stringValue().length() <= longest;
        return fits ? Optional.of(node.stringValue()) : mistake("text", "text of 1 to " + longest + " characters");
    }

    public Optional<Boolean> findBoolean() {
        return node.isBoolean() ? Optional.of(node.booleanValue()) : mistake("boolean", "true or false");
    }

    /// A whole number inside the range, be it written 25 or 25.0.
    public Optional<Long> findInteger(long least, long most) {
        Optional<Long> value = findNumber()
                .filter(number -> number.compareTo(BigDecimal.valueOf(least)) >= 0)
                .filter(number -> number.compareTo(BigDecimal.valueOf(most)) <= 0)
                .filter(number ->
                        number.signum() == 0 || number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::longValue);
        return value.isPresent() ? value : mistake("integer", Mistakes.integer(least, most));
    }

    /// A lower bound, or a point in time.
    public Optional<Instant> findInstant() {
        return instant(
                node.isString()
                        ? Moments.find(node.stringValue())
                        : findNumber().flatMap(Moments::find));
    }

    /// An upper bound.
    public Optional<Instant> findEnd() {
        return instant(
                node.isString()
                        ? Moments.findEnd(node.stringValue())
                        : findNumber().flatMap(Moments::find));
    }

    /// What the word stands for; `words` are named in their order.
    public <T> Optional<T> findOneOf(Map<String, T> words) {
        Optional<T> value = node.isString() ? Optional.ofNullable(words.get(node.stringValue())) : Optional.empty();
        return value.isPresent() ? value : mistake("enum", Mistakes.oneOf(words.keySet()));
    }

    /// Whether it is an object that has no members but these; else that is noted.
    public boolean isObjectOf(Set<String> accepted) {
        return isObjectOf(accepted, sorted(accepted));
    }

    /// The same, with its own words for what is accepted.
    public boolean isObjectOf(Set<String> accepted, String listing) {
        if (!node.isObject()) {
            mistake("object", "an object; it accepts " + listing);
            return false;
        }
        List<String> unknown = node.propertyNames().stream()
                .filter(name -> !accepted.contains(name))
                .map(this::named)
                .toList();
        if (!unknown.isEmpty()) {
            String names = unknown.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            String message = names + (unknown.size() == 1 ? " is" : " are") + " unknown; "
                    + (path.isEmpty() ? "the body" : path) + " accepts " + listing;
            mistakes.add(Place.BODY, unknown.getFirst(), "unknown", message);
        }
        return unknown.isEmpty();
    }

    /// Whether a database keeps every text and name inside; else that is noted.
    public boolean isStorable() {
        boolean storable = texts(node).allMatch(StorableText::is);
        if (!storable) {
            mistake("text", "free of U+0000 and of halves of surrogate pairs");
        }
        return storable;
    }

    /// Notes `<path> must be <accepted>`.
    public <T> Optional<T> mistake(String kind, String accepted) {
        mistakes.mustBe(Place.BODY, path, kind, accepted);
        return Optional.empty();
    }

    private Optional<Instant> instant(Optional<Instant> instant) {
        return instant.isPresent() ? instant : mistake("instant", Moments.ACCEPTED);
    }

    /// Whole and of few digits: `1e999999999` must not be written out.
    private Optional<BigDecimal> findWhole() {
        return findNumber()
                .filter(number -> (long) number.precision() - number.scale() <= MOST_DIGITS)
                .filter(number ->
                        number.signum() == 0 || number.stripTrailingZeros().scale() <= 0)
                .map(number -> BigDecimal.valueOf(number.longValue()));
    }

    private Optional<BigDecimal> findNumber() {
        try {
            return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
        } catch (JacksonException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private String named(String name) {
        return (path.isEmpty() ? "" : path + '.')
                + (name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name);
    }

    private static String sorted(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    private static Stream<String> texts(JsonNode node) {
        if (node.isString()) {
            return Stream.of(node.stringValue());
        }
        return Stream.concat(
                node.propertyNames().stream(), node.values().stream().flatMap(Wild::texts));
    }
}
