package dev.parlance.dialect.opencx;

import dev.parlance.conversation.JsonText;
import dev.parlance.dialect.Wild;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Custom data as the vendor takes it: an object of plain values.
final class PlainData {
    private static final int MOST_MEMBERS = 1000;

    private PlainData() {}

    /// Values are texts, numbers and booleans.
    static Optional<JsonText> find(Wild value) {
        return find(value, false);
    }

    /// The same, and null to take a member away.
    static Optional<JsonText> findChange(Wild value) {
        return find(value, true);
    }

    private static Optional<JsonText> find(Wild value, boolean nulls) {
        JsonNode node = value.node();
        if (!node.isObject() || node.size() > MOST_MEMBERS) {
            return value.mistake("object", "an object of at most " + MOST_MEMBERS + " names and plain values");
        }
        boolean plain = true;
        for (String name : node.propertyNames()) {
            plain &= isPlain(value.member(name), nulls);
        }
        return plain ? text(value) : Optional.empty();
    }

    private static boolean isPlain(Wild value, boolean nulls) {
        JsonNode node = value.node();
        boolean plain = node.isString() || node.isNumber() || node.isBoolean() || (nulls && node.isNull());
        if (!plain) {
            value.mistake("plain", "text, a number, true or false" + (nulls ? ", or null to take it away" : ""));
        }
        return plain;
    }

    private static Optional<JsonText> text(Wild value) {
        try {
            return Optional.of(JsonText.of(value.node()));
        } catch (IllegalArgumentException | JacksonException e) {
            return value.mistake("number", "free of numbers of more than 1000 digits");
        }
    }
}
