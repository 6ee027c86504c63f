package dev.parlance.dialect.parlance;

import dev.parlance.conversation.Agent;
import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.Recording;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.Team;
import dev.parlance.conversation.TicketingSystem;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Moments;
import dev.parlance.query.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes a conversation under the import record's names. Every member is always there, null when unknown; what the
/// token may not see is left out.
final class ConversationJson {
    private final JsonGenerator json;
    private final Members members;
    private final View view;
    private final boolean sensitive;

    private ConversationJson(JsonGenerator json, View view) {
        this.json = json;
        this.members = new Members(json);
        this.view = view;
        this.sensitive = view.sensitive();
    }

    static void write(JsonGenerator json, View view, Conversation conversation) {
        json.writeStartObject();
        writeMembers(json, view, conversation);
        json.writeEndObject();
    }

    /// The same with the messages of the row.
    static void write(JsonGenerator json, View view, Row row) {
        json.writeStartObject();
        writeMembers(json, view, row.conversation());
        MessageJson.write(json, "messages", view, row);
        json.writeEndObject();
    }

    /// Without the object around them, for further members to follow.
    static void writeMembers(JsonGenerator json, View view, Conversation c) {
        ConversationJson writer = new ConversationJson(json, view);
        writer.place(c);
        writer.words(c.words());
        writer.standing(c.standing());
        writer.times(c.times());
        writer.counts(c.counts());
        writer.contact(c.contact());
        writer.links(c.links());
        writer.agent(c.agent());
        writer.team(c.team());
        writer.tags(c);
        writer.handoff(c.handoff());
        writer.ticketingSystem(c.ticketingSystem());
        writer.recording(c);
        writer.members.nullable("source", c.origin().source());
        writer.members.nullable("source_id", c.origin().sourceId());
    }

    private void place(Conversation c) {
        json.writeStringProperty("id", c.id().toString());
        json.writeNumberProperty("number", c.number());
        json.writeStringProperty("workspace", c.workspace().name());
        json.writeStringProperty("workspace_id", c.workspace().id().toString());
        json.writeStringProperty("channel", c.channel().word());
        json.writeStringProperty("channel_id", c.channelAccount().name());
        json.writeStringProperty("channel_account_id", c.channelAccount().id().toString());
        json.writeStringProperty("direction", c.direction().word());
        json.writeStringProperty("state", c.state().word());
    }

    private void words(Conversation.Words words) {
        members.nullable("subject", words.subject());
        if (sensitive) {
            members.nullable("summary", words.summary());
            members.nullable(
                    "summary_by",
                    words.summaryBy() == null ? null : words.summaryBy().word());
            members.nullable("initial_context", words.initialContext());
        }
        members.nullable("outcome", words.outcome());
        members.nullable("language", words.language());
    }

    private void standing(Conversation.Standing standing) {
        members.nullable("sentiment", word(standing.sentiment()));
        members.nullable(
                "ai_closure_type",
                standing.aiClosure() == null ? null : standing.aiClosure().word());
        json.writeBooleanProperty("assist_mode", standing.assistMode());
        json.writeBooleanProperty("support_required", standing.supportRequired());
        json.writeNumberProperty("open_attention", standing.openAttention());
    }

    private void times(Conversation.Times times) {
        moment("created_at", times.created());
        moment("updated_at", times.updated());
        moment("started_at", times.started());
        moment("last_message_at", times.lastMessage());
        moment("completed_at", times.completed());
        moment("scheduled_at", times.scheduled());
        moment("expires_at", times.expires());
        number("inaction_ttl", times.inactionTtl());
    }

    private void counts(Conversation.Counts counts) {
        json.writeNumberProperty("message_count", counts.messages());
        json.writeNumberProperty("user_turn_count", counts.userTurns());
        number("duration", counts.duration());
    }

    private void contact(@Nullable Contact contact) {
        json.writeName("contact");
        if (contact == null) {
            json.writeNull();
        } else {
            ContactJson.write(json, sensitive, contact);
        }
    }

    private void links(Conversation.Links links) {
        members.nullable("user_id", links.userId());
        members.nullable("web_widget_id", links.webWidgetId());
        members.nullable("assignee_id", links.assigneeId());
        members.nullable("audience_membership_id", links.audienceMembershipId());
        members.nullable("conversation_graph_id", links.conversationGraphId());
    }

    private void agent(Agent agent) {
        if (agent.equals(Agent.UNKNOWN)) {
            json.writeNullProperty("agent");
            return;
        }
        json.writeObjectPropertyStart("agent");
        members.nullable("id", agent.id());
        members.nullable("name", agent.name());
        members.nullable("version_id", agent.versionId());
        members.nullable("number", agent.number());
        json.writeEndObject();
    }

    private void team(@Nullable Team team) {
        if (team == null) {
            json.writeNullProperty("team");
            return;
        }
        json.writeObjectPropertyStart("team");
        json.writeStringProperty("id", team.id().toString());
        json.writeStringProperty("name", team.name());
        members.nullable("description", team.description());
        json.writeEndObject();
    }

    private void tags(Conversation c) {
        json.writeArrayPropertyStart("tags");
        c.tags().forEach(json::writeString);
        json.writeEndArray();
        if (sensitive) {
            members.nullable("custom_data", c.customData());
        }
    }

    private void handoff(@Nullable Handoff handoff) {
        if (!sensitive) {
            return;
        }
        if (handoff == null) {
            json.writeNullProperty("handoff");
            return;
        }
        json.writeObjectPropertyStart("handoff");
        json.writeStringProperty("summary", handoff.summary());
        members.nullable("sentiment", word(handoff.sentiment()));
        moment("at", handoff.at());
        json.writeEndObject();
    }

    private void ticketingSystem(@Nullable TicketingSystem system) {
        if (system == null) {
            json.writeNullProperty("ticketing_system");
            return;
        }
        json.writeObjectPropertyStart("ticketing_system");
        json.writeStringProperty("name", system.name());
        json.writeStringProperty("external_id", system.externalId());
        json.writeStringProperty("id_type", system.idType());
        json.writeEndObject();
    }

    private void recording(Conversation c) {
        Recording recording = c.recording();
        if (!sensitive) {
            return;
        }
        if (recording == null) {
            json.writeNullProperty("recording");
            return;
        }
        json.writeObjectPropertyStart("recording");
        FileJson.write(members, recording.url(), recording.file(), view, c.number());
        number("duration", recording.duration());
        members.nullable("format", recording.format());
        json.writeEndObject();
    }

    private void moment(String name, @Nullable Instant at) {
        members.nullable(name, at == null ? null : Moments.micros(at));
    }

    private void number(String name, @Nullable Integer value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }

    private static @Nullable String word(@Nullable Sentiment sentiment) {
        return sentiment == null ? null : sentiment.word();
    }
}
