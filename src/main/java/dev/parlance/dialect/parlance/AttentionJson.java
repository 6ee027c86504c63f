package dev.parlance.dialect.parlance;

import dev.parlance.conversation.AttentionItem;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Moments;
import dev.parlance.tenant.Access;
import tools.jackson.core.JsonGenerator;

/// Writes attention items; why one was raised only for a token that may see what was said.
final class AttentionJson {
    private AttentionJson() {}

    static void write(JsonGenerator json, Access access, AttentionItem item) {
        Members members = new Members(json);
        json.writeStartObject();
        json.writeStringProperty("id", item.id().toString());
        json.writeStringProperty("conversation_id", item.conversation().toString());
        json.writeStringProperty("type", item.type());
        if (access.seesSensitive()) {
            members.nullable("reason", item.reason());
        }
        json.writeBooleanProperty("open", item.settled() == null);
        json.writeStringProperty("raised_at", Moments.micros(item.raised()));
        members.nullable("settled_at", item.settled() == null ? null : Moments.micros(item.settled()));
        json.writeEndObject();
    }
}
