package dev.parlance.query;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.Team;
import dev.parlance.journal.Command;
import dev.parlance.journal.Draft;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The draft that, once put, is the row again.
public final class Drafts {
    private Drafts() {}

    public static Command.Put put(Row row) {
        return new Command.Put(draft(row));
    }

    public static Draft draft(Row row) {
        Conversation c = row.conversation();
        return new Draft(
                c.id(),
                Objects.requireNonNull(c.origin().source()),
                Objects.requireNonNull(c.origin().sourceId()),
                c.number(),
                new Draft.Place(
                        c.workspace().name(), c.channel(), c.channelAccount().name(), c.direction()),
                c.state(),
                c.words(),
                standing(c.standing()),
                times(c.times()),
                c.counts().duration(),
                c.counts().userTurns(),
                contact(c.contact()),
                new Draft.AgentDraft(
                        text(c.agent().id()),
                        c.agent().name(),
                        c.agent().versionId(),
                        c.agent().number()),
                c.links(),
                team(c.team()),
                c.tags(),
                c.customData(),
                c.handoff(),
                c.ticketingSystem(),
                c.recording(),
                row.messages().stream().map(Drafts::message).toList());
    }

    private static Draft.Standing standing(Conversation.Standing standing) {
        return new Draft.Standing(
                standing.sentiment(), standing.aiClosure(), standing.assistMode(), standing.supportRequired());
    }

    private static Draft.Times times(Conversation.Times times) {
        return new Draft.Times(
                times.created(), times.updated(), times.scheduled(), times.expires(), times.inactionTtl());
    }

    private static Draft.@Nullable ContactDraft contact(@Nullable Contact contact) {
        if (contact == null) {
            return null;
        }
        Named company = contact.company();
        return new Draft.ContactDraft(
                contact.id().toString(),
                contact.externalId(),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.customData(),
                company == null ? null : company.name(),
                contact.nonVerified().name(),
                contact.nonVerified().email(),
                contact.nonVerified().customData());
    }

    private static Draft.@Nullable TeamDraft team(@Nullable Team team) {
        return team == null ? null : new Draft.TeamDraft(team.id().toString(), team.name(), team.description());
    }

    private static Draft.MessageDraft message(Message message) {
        return new Draft.MessageDraft(
                message.id().toString(),
                message.author(),
                message.authorName(),
                message.text(),
                message.at(),
                message.attachments(),
                message.uses());
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
