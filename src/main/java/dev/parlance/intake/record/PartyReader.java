package dev.parlance.intake.record;

import dev.parlance.journal.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads who takes part: contact, AI agent, team.
public record PartyReader(Members record) {
    private static final List<String> CONTACT = List.of(
            "id",
            "external_id",
            "name",
            "email",
            "phone",
            "custom_data",
            "company",
            "non_verified_name",
            "non_verified_email",
            "non_verified_custom_data");

    /// The contact; null also when nothing is known of it.
    public Draft.@Nullable ContactDraft contact() {
        Members contact = record.findMembers("contact").orElse(null);
        if (contact == null) {
            return null;
        }
        Draft.ContactDraft draft = contact(contact);
        contact.close();
        return CONTACT.stream().anyMatch(contact::has) ? draft : null;
    }

    /// A contact that is the whole body.
    public static Draft.ContactDraft contact(Members contact) {
        return new Draft.ContactDraft(
                contact.name("id"),
                contact.name("external_id"),
                contact.text("name"),
                contact.name("email"),
                contact.name("phone"),
                contact.object("custom_data"),
                contact.name("company"),
                contact.text("non_verified_name"),
                contact.text("non_verified_email"),
                contact.object("non_verified_custom_data"));
    }

    Draft.AgentDraft agent() {
        Members agent = record.findMembers("agent").orElse(null);
        if (agent == null) {
            return new Draft.AgentDraft(null, null, null, null);
        }
        Draft.AgentDraft draft = new Draft.AgentDraft(
                agent.name("id"), agent.text("name"), agent.name("version_id"), agent.name("number"));
        agent.close();
        return draft;
    }

    /// The team; null also when it has mistakes.
    public Draft.@Nullable TeamDraft team() {
        Members team = record.findMembers("team").orElse(null);
        if (team == null) {
            return null;
        }
        team.require("name");
        String id = team.name("id");
        String name = team.name("name");
        String description = team.text("description");
        team.close();
        return name == null ? null : new Draft.TeamDraft(id, name, description);
    }
}
