package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.AgentProfile;
import dev.parlance.conversation.AgentVersion;
import dev.parlance.conversation.PhoneNumber;
import dev.parlance.conversation.StoredAgent;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Moments;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/// Agents, versions and telephone numbers in answers.
final class AgentJson {
    private AgentJson() {}

    /// The members of an agent, into the object that the generator stands in.
    static void members(JsonGenerator json, UUID organization, StoredAgent agent) {
        AgentProfile profile = agent.profile();
        Members members = new Members(json);
        json.writeStringProperty("id", agent.id().toString());
        json.writeStringProperty("organization_id", organization.toString());
        json.writeStringProperty("name", profile.name());
        members.nullable("description", profile.description());
        json.writeBooleanProperty("active", profile.active());
        json.writeBooleanProperty("is_demo", profile.demo());
        members.nullable("metadata", profile.metadata());
        times(json, agent.created(), agent.updated());
    }

    static void agent(JsonGenerator json, UUID organization, StoredAgent agent) {
        json.writeStartObject();
        members(json, organization, agent);
        json.writeEndObject();
    }

    static void version(JsonGenerator json, AgentVersion version) {
        Members members = new Members(json);
        json.writeStartObject();
        json.writeStringProperty("id", version.id().toString());
        json.writeStringProperty("agent_id", version.agent().toString());
        json.writeNumberProperty("version", version.number());
        json.writeBooleanProperty("published", version.published() != null);
        members.nullable("published_at", version.published() == null ? null : Moments.micros(version.published()));
        members.nullable("config", version.config());
        members.nullable("instruction_builder_inputs", version.inputs());
        times(json, version.created(), version.updated());
        json.writeEndObject();
    }

    /// Trunks are none of ours.
    static void number(JsonGenerator json, PhoneNumber number) {
        Members members = new Members(json);
        json.writeStartObject();
        json.writeStringProperty("phone_number", number.number());
        members.nullable("inbound_agent_version_id", number.inbound());
        members.nullable("outbound_agent_version_id", number.outbound());
        json.writeNullProperty("trunk_id");
        json.writeBooleanProperty("outbound_shareable", false);
        times(json, number.created(), number.updated());
        json.writeEndObject();
    }

    private static void times(JsonGenerator json, Instant created, Instant updated) {
        json.writeStringProperty("created_at", Moments.micros(created));
        json.writeStringProperty("updated_at", Moments.micros(updated));
    }
}
