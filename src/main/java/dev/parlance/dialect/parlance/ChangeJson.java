package dev.parlance.dialect.parlance;

import dev.parlance.conversation.By;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Moments;
import dev.parlance.journal.Change;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Writes entries of the journal.
final class ChangeJson {
    private ChangeJson() {}

    static void write(JsonGenerator json, String name, List<Change> changes) {
        json.writeArrayPropertyStart(name);
        changes.forEach(change -> write(json, change));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Change change) {
        Members members = new Members(json);
        json.writeStartObject();
        json.writeNumberProperty("seq", change.seq());
        json.writeStringProperty("at", Moments.micros(change.at()));
        json.writeStringProperty("kind", change.kind().word());
        if (change.number() == null) {
            json.writeNullProperty("number");
        } else {
            json.writeNumberProperty("number", change.number());
        }
        members.nullable("subject", change.subject());
        By by = change.by();
        if (by == null) {
            json.writeNullProperty("by");
        } else {
            json.writeObjectPropertyStart("by");
            json.writeStringProperty("kind", by.kind().word());
            json.writeStringProperty("id", by.id());
            json.writeEndObject();
        }
        members.nullable("detail", change.detail());
        json.writeEndObject();
    }
}
