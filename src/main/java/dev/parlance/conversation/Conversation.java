package dev.parlance.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thread with one contact on one channel, without its messages.
///
/// `number` is dense in the tenant and breaks every tie of an order. Instants are of microseconds.
public record Conversation(
        UUID id,
        long number,
        Named workspace,
        Channel channel,
        Named channelAccount,
        Direction direction,
        State state,
        Words words,
        Standing standing,
        Times times,
        Counts counts,
        @Nullable Contact contact,
        Agent agent,
        Links links,
        @Nullable Team team,
        List<String> tags,
        @Nullable JsonText customData,
        @Nullable Handoff handoff,
        @Nullable TicketingSystem ticketingSystem,
        @Nullable Recording recording,
        Origin origin) {
    public Conversation {
        tags = List.copyOf(tags);
    }

    /// What is said about the conversation, beside its messages. A summary that somebody gave, be it a person or an
    /// import, is by nobody else.
    public record Words(
            @Nullable String subject,
            @Nullable String summary,
            @Nullable String outcome,
            @Nullable String initialContext,
            @Nullable String language,
            @Nullable SummaryBy summaryBy) {
        public Words {
            summaryBy = summary == null ? null : summaryBy;
        }

        public Words(
                @Nullable String subject,
                @Nullable String summary,
                @Nullable String outcome,
                @Nullable String initialContext,
                @Nullable String language) {
            this(subject, summary, outcome, initialContext, language, null);
        }
    }

    /// How it stands beside its state; `openAttention` counts the items that a person has yet to look at.
    public record Standing(
            @Nullable Sentiment sentiment,
            @Nullable AiClosure aiClosure,
            boolean assistMode,
            boolean supportRequired,
            int openAttention) {}

    /// `started` is the first message, `completed` the moment it ended; `inactionTtl` in seconds.
    public record Times(
            Instant created,
            Instant updated,
            @Nullable Instant lastMessage,
            @Nullable Instant started,
            @Nullable Instant completed,
            @Nullable Instant scheduled,
            @Nullable Instant expires,
            @Nullable Integer inactionTtl) {
        /// The last message, or the creation when there is none: the order of "most recent activity".
        public Instant activity() {
            return lastMessage == null ? created : lastMessage;
        }
    }

    /// `userTurns` counts what the contact said; `duration` in seconds.
    public record Counts(
            int messages, int userTurns, @Nullable Integer duration) {}

    /// Ids that others gave: opaque text.
    public record Links(
            @Nullable String userId,
            @Nullable String webWidgetId,
            @Nullable String assigneeId,
            @Nullable String audienceMembershipId,
            @Nullable String conversationGraphId) {}

    /// Where it was imported from: unique in the tenant when present.
    public record Origin(@Nullable String source, @Nullable String sourceId) {
        public static final Origin NONE = new Origin(null, null);
    }
}
