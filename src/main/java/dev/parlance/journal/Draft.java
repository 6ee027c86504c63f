package dev.parlance.journal;

import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.Attachment;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Recording;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.State;
import dev.parlance.conversation.TicketingSystem;
import dev.parlance.conversation.Use;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation as an import record gives it: valid in itself, with names where ids are not known, and null for
/// whatever
/// the record leaves to its default (the table in the import format's page).
public record Draft(
        @Nullable UUID id,
        String source,
        String sourceId,
        @Nullable Long number,
        Place place,
        @Nullable State state,
        Conversation.Words words,
        Standing standing,
        Times times,
        @Nullable Integer duration,
        @Nullable Integer userTurns,
        @Nullable ContactDraft contact,
        AgentDraft agent,
        Conversation.Links links,
        @Nullable TeamDraft team,
        List<String> tags,
        @Nullable JsonText customData,
        @Nullable Handoff handoff,
        @Nullable TicketingSystem ticketingSystem,
        @Nullable Recording recording,
        List<MessageDraft> messages) {
    public Draft {
        tags = List.copyOf(tags);
        messages = List.copyOf(messages);
    }

    /// Names; `channelAccount` null means the workspace's own channel of that kind.
    public record Place(
            String workspace, Channel channel, @Nullable String channelAccount, Direction direction) {}

    /// How it stands beside its state.
    public record Standing(
            @Nullable Sentiment sentiment,
            @Nullable AiClosure aiClosure,
            boolean assistMode,
            boolean supportRequired) {}

    public record Times(
            @Nullable Instant created,
            @Nullable Instant updated,
            @Nullable Instant scheduled,
            @Nullable Instant expires,
            @Nullable Integer inactionTtl) {}

    /// `id` is a UUID or any other text; absent members leave what is known of the contact as it is.
    public record ContactDraft(
            @Nullable String id,
            @Nullable String externalId,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable JsonText customData,
            @Nullable String company,
            @Nullable String nonVerifiedName,
            @Nullable String nonVerifiedEmail,
            @Nullable JsonText nonVerifiedCustomData) {}

    public record AgentDraft(
            @Nullable String id,
            @Nullable String name,
            @Nullable String versionId,
            @Nullable String number) {}

    public record TeamDraft(
            @Nullable String id, String name, @Nullable String description) {}

    public record MessageDraft(
            @Nullable String id,
            Author author,
            @Nullable String authorName,
            String text,
            @Nullable Instant at,
            List<Attachment> attachments,
            List<Use> uses) {
        public MessageDraft {
            attachments = List.copyOf(attachments);
            uses = List.copyOf(uses);
        }
    }
}
