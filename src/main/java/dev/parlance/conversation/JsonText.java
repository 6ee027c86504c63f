package dev.parlance.conversation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Any JSON value as compact text. Numbers keep all their digits; two texts are equal when their trees are.
public record JsonText(String text) {
    /// The object without members.
    public static final JsonText NOTHING = new JsonText("{}");

    private static final int MOST_DIGITS = 1000;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// The value of a tree.
    ///
    /// @throws IllegalArgumentException for what no store keeps: a number of more than a thousand digits, U+0000, half
    /// a
    ///     character
    public static JsonText of(JsonNode tree) {
        check(tree);
        return new JsonText(tree.toString());
    }

    /// The tree of any JSON text, numbers exact.
    ///
    /// @throws IllegalArgumentException when it is not JSON
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    public JsonNode tree() {
        return parse(text);
    }

    /// This object with the members of another one: they replace those of the same name, and null takes one away.
    public JsonText with(JsonText members) {
        ObjectNode merged = (ObjectNode) tree();
        members.tree().properties().forEach(each -> {
            if (each.getValue().isNull()) {
                merged.remove(each.getKey());
            } else {
                merged.set(each.getKey(), each.getValue());
            }
        });
        return of(merged);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonText that && (text.equals(that.text) || tree().equals(that.tree()));
    }

    @Override
    public int hashCode() {
        return tree().hashCode();
    }

    private static void check(JsonNode tree) {
        if (tree.isNumber()) {
            checkDigits(tree.decimalValue());
        }
        if (tree.isString()) {
            checkText(tree.stringValue());
        }
        tree.propertyNames().forEach(JsonText::checkText);
        tree.values().forEach(JsonText::check);
    }

    private static void checkText(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("text holds U+0000");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("text holds half of a character");
        }
    }

    private static void checkDigits(BigDecimal number) {
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("a number has more than " + MOST_DIGITS + " digits");
        }
    }
}
