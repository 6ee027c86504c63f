package dev.parlance.dialect.parrotmob;

import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.State;
import dev.parlance.journal.Draft;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Directory;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation that is to begin: text messages that the account sends to a member.
record NewConversation(@Nullable Member member, @Nullable String graph, Draft.Times times, State state) {
    private static final String WORKSPACE = "default";

    /// One that a message begins.
    static NewConversation chat(Member member) {
        return new NewConversation(member, null, new Draft.Times(null, null, null, null, null), State.READY);
    }

    Draft draft(Access access, Directory directory) {
        UUID id = UUID.randomUUID();
        String workspace =
                access.workspace() == null ? WORKSPACE : access.workspace().name();
        String membership = member == null ? null : member.membership(access, directory);
        return new Draft(
                id,
                "parrotmob",
                id.toString(),
                null,
                new Draft.Place(workspace, Channel.SMS, null, Direction.OUTBOUND),
                state,
                new Conversation.Words(null, null, null, null, null),
                new Draft.Standing(null, null, false, false),
                times,
                null,
                null,
                member == null ? null : member.contact(access, directory),
                new Draft.AgentDraft(null, null, null, null),
                new Conversation.Links(null, null, null, membership, graph),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of());
    }
}
