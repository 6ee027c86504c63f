package dev.parlance.dialect.opencx;

import dev.parlance.conversation.ResourceType;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Moments;
import dev.parlance.query.ResourceUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes what the reverse lookup found.
final class UsageJson {
    private UsageJson() {}

    static void lookup(JsonGenerator json, ResourceUsage.Lookup found) {
        json.writeStartObject();
        json.writeArrayPropertyStart("conversations");
        found.hits().forEach(hit -> hit(json, hit));
        json.writeEndArray();
        json.writeNumberProperty("total_sessions", found.total());
        json.writeEndObject();
    }

    private static void hit(JsonGenerator json, ResourceUsage.Hit hit) {
        json.writeStartObject();
        json.writeStringProperty("session_id", hit.conversation().toString());
        json.writeNumberProperty("ticket_number", hit.number());
        new Members(json).nullable("last_message", hit.lastMessage());
        json.writeNumberProperty("reply_count", hit.replies());
        json.writeStringProperty("first_used_at", Moments.millis(hit.firstUsed()));
        json.writeStringProperty("last_used_at", Moments.millis(hit.lastUsed()));
        json.writeEndObject();
    }

    static void list(JsonGenerator json, List<ResourceUsage.Summary> page, @Nullable UsageCursor next) {
        json.writeStartObject();
        json.writeArrayPropertyStart("items");
        page.forEach(summary -> {
            json.writeStartObject();
            json.writeStringProperty("resource_id", summary.resourceId());
            used(json, summary);
            json.writeEndObject();
        });
        json.writeEndArray();
        new Members(json).nullable("next", next == null ? null : next.text());
        json.writeEndObject();
    }

    static void summary(
            JsonGenerator json, ResourceType type, String resourceId, ResourceUsage.@Nullable Summary found) {
        json.writeStartObject();
        json.writeStringProperty("resource_type", type.word());
        json.writeStringProperty("resource_id", resourceId);
        if (found == null) {
            unused(json);
        } else {
            used(json, found);
        }
        json.writeEndObject();
    }

    private static void used(JsonGenerator json, ResourceUsage.Summary summary) {
        json.writeNumberProperty("session_count", summary.conversations());
        json.writeNumberProperty("applied_sessions", summary.appliedConversations());
        json.writeNumberProperty("applied_replies", summary.appliedReplies());
        json.writeNumberProperty("available_sessions", summary.availableConversations());
        json.writeNumberProperty("available_replies", summary.availableReplies());
        json.writeNumberProperty("handoff_count", summary.handoffs());
        json.writeStringProperty("first_used_at", Moments.millis(summary.firstUsed()));
        json.writeStringProperty("last_used_at", Moments.millis(summary.lastUsed()));
    }

    private static void unused(JsonGenerator json) {
        List.of(
                        "session_count",
                        "applied_sessions",
                        "applied_replies",
                        "available_sessions",
                        "available_replies",
                        "handoff_count")
                .forEach(count -> json.writeNumberProperty(count, 0));
        json.writeNullProperty("first_used_at");
        json.writeNullProperty("last_used_at");
    }
}
