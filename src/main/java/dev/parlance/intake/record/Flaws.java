package dev.parlance.intake.record;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What no store keeps: U+0000, half a character, numbers of more than a thousand digits.
final class Flaws {
    private static final int MOST_DIGITS = 1000;

    private Flaws() {}

    /// What is wrong with a text. An unpaired surrogate stands either in a JSON escape or for bytes that are no UTF-8
    /// (the formats decode them so).
    static Optional<String> find(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '\0') {
                return Optional.of("text with U+0000, which is not kept");
            }
            if (Character.isSurrogate(unit)) {
                if (!paired(text, i)) {
                    return Optional.of("text with invalid UTF-8 or half of a surrogate pair");
                }
                i++;
            }
        }
        return Optional.empty();
    }

    private static boolean paired(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    /// What is wrong anywhere inside a JSON value.
    static Optional<String> find(JsonNode value) {
        if (value.isNumber()) {
            return giant(value) ? Optional.of("a number of more than " + MOST_DIGITS + " digits") : Optional.empty();
        }
        if (value.isString()) {
            return find(value.stringValue());
        }
        Stream<String> inside = value.isObject()
                ? value.properties().stream().map(Flaws::member)
                : value.values().stream().map(element -> find(element).orElse(""));
        return inside.filter(flaw -> !flaw.isEmpty()).findFirst();
    }

    private static String member(Map.Entry<String, JsonNode> member) {
        return find(member.getKey()).or(() -> find(member.getValue())).orElse("");
    }

    private static boolean giant(JsonNode number) {
        if (number.isFloatingPointNumber() && !number.isBigDecimal() && !Double.isFinite(number.doubleValue())) {
            return true;
        }
        BigDecimal exact = Objects.requireNonNull(number.decimalValue());
        return exact.precision() > MOST_DIGITS || Math.abs((long) exact.scale()) > MOST_DIGITS;
    }

    /// What kind of value was given, without the value.
    static String kindOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "text";
            case NUMBER -> value.isIntegralNumber() ? "a whole number" : "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "an array";
            case OBJECT, POJO -> "an object";
            case NULL, MISSING -> "null";
            case BINARY -> "bytes";
        };
    }
}
