package dev.parlance.dialect.ohallo;

import dev.parlance.conversation.AttentionItem;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Moments;
import dev.parlance.tenant.Access;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/// Writes an attention item. Its reason may hold what was said, and is left out for a token that may not see that.
final class AttentionJson {
    private AttentionJson() {}

    static void write(JsonGenerator json, Access access, AttentionItem item) {
        Members members = new Members(json);
        Instant settled = item.settled();
        json.writeStartObject();
        json.writeStringProperty("id", item.id().toString());
        json.writeStringProperty("tenantId", access.tenant().publicId().toString());
        json.writeStringProperty("conversationId", item.conversation().toString());
        json.writeStringProperty("type", item.type());
        if (access.seesSensitive()) {
            members.nullable("reason", item.reason());
        }
        json.writeStringProperty("status", settled == null ? "open" : "resolved");
        json.writeStringProperty("createdAt", Moments.millis(item.raised()));
        members.nullable("resolvedAt", settled == null ? null : Moments.millis(settled));
        json.writeEndObject();
    }
}
