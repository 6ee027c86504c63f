package dev.parlance.dialect.parrotmob;

import dev.parlance.conversation.Conversation;
import dev.parlance.dialect.Moments;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes a conversation as Parrot Mob's resource: every member is there, null when unknown.
final class Resource {
    private Resource() {}

    static void write(JsonGenerator json, UUID account, Conversation conversation) {
        json.writeStartObject();
        json.writeStringProperty("id", conversation.id().toString());
        json.writeStringProperty("account_id", account.toString());
        json.writeStringProperty("status", Status.of(conversation.state()).word());
        json.writeBooleanProperty("support_required", conversation.standing().supportRequired());
        links(json, conversation.links());
        times(json, conversation.times());
        json.writeEndObject();
    }

    private static void links(JsonGenerator json, Conversation.Links links) {
        json.writeStringProperty("audience_membership_id", links.audienceMembershipId());
        json.writeStringProperty("conversation_graph_id", links.conversationGraphId());
        json.writeStringProperty("kind", links.conversationGraphId() == null ? "chat" : "graph");
    }

    private static void times(JsonGenerator json, Conversation.Times times) {
        instant(json, "scheduled_at", times.scheduled());
        instant(json, "expires_at", times.expires());
        if (times.inactionTtl() == null) {
            json.writeNullProperty("inaction_ttl");
        } else {
            json.writeNumberProperty("inaction_ttl", times.inactionTtl().intValue());
        }
        instant(json, "started_at", times.started());
        instant(json, "completed_at", times.completed());
        instant(json, "inserted_at", times.created());
        instant(json, "updated_at", times.updated());
    }

    private static void instant(JsonGenerator json, String name, @Nullable Instant instant) {
        json.writeStringProperty(name, instant == null ? null : Moments.micros(instant));
    }
}
