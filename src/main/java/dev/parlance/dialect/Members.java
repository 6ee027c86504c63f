package dev.parlance.dialect;

import dev.parlance.conversation.JsonText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes members that may have no value, into the object that the generator stands in.
public record Members(JsonGenerator json) {
    /// The member, null without a value.
    public void nullable(String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }

    /// The member, left out without a value.
    public void optional(String name, @Nullable Object value) {
        if (value != null) {
            json.writeStringProperty(name, value.toString());
        }
    }

    /// The JSON as it is, null without.
    public void nullable(String name, @Nullable JsonText value) {
        json.writeName(name);
        json.writeRawValue(value == null ? "null" : value.text());
    }

    /// The JSON object as it is, left out when there is none or it is empty.
    public void optional(String name, @Nullable JsonText object) {
        if (object != null && !object.text().equals("{}")) {
            nullable(name, object);
        }
    }
}
