package dev.parlance.journal;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Team;
import java.util.Set;
import java.util.UUID;

/// What else a deed touches: the tenant's contacts and teams, and the conversation's attention items.
public interface Surroundings {
    /// What forbids to add this to the conversation's contact.
    ///
    /// @throws dev.parlance.problem.Refusal Conflict when the external id is another contact's
    void check(Conversation conversation, Draft.ContactDraft given);

    /// The contact after what is said of it: the conversation's own, or one found or made.
    Contact meet(Conversation conversation, Draft.ContactDraft given);

    /// The contact of this id.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound when nobody knows it
    Contact contact(UUID id);

    /// What forbids this team.
    ///
    /// @throws dev.parlance.problem.Refusal Conflict when the name is another team's
    void check(Draft.TeamDraft given);

    /// The team of this draft, made when there is none of its name.
    Team team(Draft.TeamDraft given);

    /// The conversation's attention items that are open.
    Set<UUID> openAttention(Conversation conversation);

    /// Whether the conversation ever had this attention item.
    boolean hasAttention(Conversation conversation, UUID item);
}
