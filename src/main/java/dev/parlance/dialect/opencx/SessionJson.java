package dev.parlance.dialect.opencx;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.Team;
import dev.parlance.conversation.TicketingSystem;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Moments;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes a conversation as the vendor's `ChatSession`, members in its order; what is unknown is left out.
final class SessionJson {
    private SessionJson() {}

    static void write(JsonGenerator json, Conversation conversation) {
        write(json, conversation, conversation.times().updated());
    }

    /// The same, with another time of the last change.
    static void write(JsonGenerator json, Conversation conversation, Instant updated) {
        Conversation.Standing standing = conversation.standing();
        Members members = new Members(json);
        json.writeStartObject();
        json.writeStringProperty("id", conversation.id().toString());
        json.writeStringProperty("status", Status.of(conversation.state()).word());
        members.nullable(
                "ai_closure_type",
                standing.aiClosure() == null ? null : standing.aiClosure().word());
        members.nullable("sentiment", word(standing.sentiment()));
        json.writeObjectPropertyStart("channel");
        json.writeStringProperty("type", conversation.channel().word());
        json.writeEndObject();
        json.writeNumberProperty("ticket_number", conversation.number());
        json.writeBooleanProperty("assist_mode", standing.assistMode());
        json.writeStringProperty(
                "created_at", Moments.millis(conversation.times().created()));
        json.writeStringProperty("updated_at", Moments.millis(updated));
        contact(members, conversation.contact());
        members.optional("language", conversation.words().language());
        members.optional("assignee_id", conversation.links().assigneeId());
        members.optional("custom_data", conversation.customData());
        team(members, conversation.team());
        handoff(members, conversation.handoff());
        ticketingSystem(json, conversation.ticketingSystem());
        members.optional("summary", conversation.words().summary());
        json.writeEndObject();
    }

    /// The first five members are always there, the others only when known.
    private static void contact(Members members, @Nullable Contact contact) {
        if (contact != null) {
            JsonGenerator json = members.json();
            json.writeObjectPropertyStart("contact");
            json.writeStringProperty("id", contact.id().toString());
            members.nullable("email", contact.email());
            members.nullable("phone_number", contact.phone());
            members.nullable("name", contact.name());
            members.nullable("custom_data", contact.customData());
            members.optional("non_verified_name", contact.nonVerified().name());
            members.optional("non_verified_email", contact.nonVerified().email());
            members.optional("non_verified_custom_data", contact.nonVerified().customData());
            json.writeEndObject();
        }
    }

    private static void team(Members members, @Nullable Team team) {
        if (team != null) {
            members.json().writeObjectPropertyStart("team");
            members.json().writeStringProperty("id", team.id().toString());
            members.json().writeStringProperty("name", team.name());
            members.optional("description", team.description());
            members.json().writeEndObject();
        }
    }

    private static void handoff(Members members, @Nullable Handoff handoff) {
        if (handoff != null) {
            members.json().writeObjectPropertyStart("handoff");
            members.json().writeStringProperty("summary", handoff.summary());
            members.optional("sentiment", word(handoff.sentiment()));
            members.json().writeEndObject();
        }
    }

    private static void ticketingSystem(JsonGenerator json, @Nullable TicketingSystem system) {
        if (system != null) {
            json.writeObjectPropertyStart("ticketing_system");
            json.writeStringProperty("name", system.name());
            json.writeStringProperty("external_id", system.externalId());
            json.writeStringProperty("id_type", system.idType());
            json.writeEndObject();
        }
    }

    private static @Nullable String word(@Nullable Sentiment sentiment) {
        return sentiment == null ? null : sentiment.word();
    }
}
