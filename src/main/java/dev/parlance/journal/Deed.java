package dev.parlance.journal;

import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.Attachment;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.Bytes;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Step;
import dev.parlance.conversation.SummaryBy;
import dev.parlance.conversation.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing done to a conversation. A command does several of them, all or none.
public sealed interface Deed {
    /// Somebody says something. Without an id the message gets one; one that the conversation has already stays there
    /// once.
    record Say(
            @Nullable UUID id,
            Author author,
            @Nullable String authorName,
            String text,
            List<Attachment> attachments,
            List<Use> uses)
            implements Deed {
        public Say {
            attachments = List.copyOf(attachments);
            uses = List.copyOf(uses);
        }
    }

    /// Keeps the bytes of a file that a message of the conversation has as `name`.
    record KeepFile(String name, String mediaType, Bytes bytes) implements Deed {}

    /// Opens an ended conversation again that ended no longer ago than `within`, and refuses a later one. Does nothing
    /// to one that has not ended.
    record Resume(Duration within) implements Deed {}

    /// Does nothing in one of these states, and refuses in another.
    record Expect(Set<State> states) implements Deed {
        public Expect {
            states = Set.copyOf(states);
        }
    }

    /// Moves the state by the table of transitions; `outcome` is kept when there is one.
    record Move(Step step, @Nullable String outcome) implements Deed {
        public static Move by(Step step) {
            return new Move(step, null);
        }
    }

    /// Does the deeds unless the state is one of these. They are not about contacts, teams or attention items.
    record Unless(Set<State> states, List<Deed> deeds) implements Deed {
        public Unless {
            states = Set.copyOf(states);
            deeds = List.copyOf(deeds);
        }
    }

    /// Does what is due by now: a schedule, an expiry, too long a silence. Nothing when nothing is.
    record PassTime() implements Deed {}

    /// Gives the conversation to a person, or with null back to the queue.
    record Assign(@Nullable String assignee) implements Deed {}

    /// Gives the conversation to a team, which is made when there is none of this name; null takes it away.
    record JoinTeam(Draft.@Nullable TeamDraft team) implements Deed {}

    record Tag(Set<String> added, Set<String> removed) implements Deed {
        public Tag {
            added = Set.copyOf(added);
            removed = Set.copyOf(removed);
        }
    }

    /// A remark among colleagues, never shown to the contact.
    record Note(String text) implements Deed {}

    /// What is said about the conversation; a null leaves what is known. A summary is by whoever gives it, unless
    /// `summaryBy` says that we made it.
    record Describe(
            @Nullable String subject,
            @Nullable String summary,
            @Nullable String outcome,
            @Nullable String language,
            @Nullable Sentiment sentiment,
            @Nullable AiClosure aiClosure,
            @Nullable SummaryBy summaryBy)
            implements Deed {
        public Describe(
                @Nullable String subject,
                @Nullable String summary,
                @Nullable String outcome,
                @Nullable String language,
                @Nullable Sentiment sentiment,
                @Nullable AiClosure aiClosure) {
            this(subject, summary, outcome, language, sentiment, aiClosure, null);
        }
    }

    /// Takes away what is said about the conversation.
    record Forget(Set<Said> said) implements Deed {
        /// What somebody can have said.
        public enum Said {
            SUBJECT,
            SUMMARY,
            OUTCOME,
            LANGUAGE,
            SENTIMENT,
            AI_CLOSURE,
            CUSTOM_DATA
        }

        public Forget {
            said = Set.copyOf(said);
        }
    }

    /// Adds members to the custom data, replacing those of the same name, or with null taking them away; a JSON object.
    record AddCustomData(JsonText members) implements Deed {}

    /// Adds what is known of the contact; a conversation without one gets one. Custom data is added member by member,
    /// and
    /// null takes a member away.
    record Meet(Draft.ContactDraft contact) implements Deed {}

    /// Gives the conversation to this contact; refused when nobody knows it.
    record BelongTo(UUID contact) implements Deed {}

    /// The AI asks for a person.
    record HandOff(Handoff handoff) implements Deed {}

    /// Something a person must look at; `type` is a word such as `human_requested`.
    record RaiseAttention(UUID item, String type, @Nullable String reason) implements Deed {}

    record SettleAttention(UUID item) implements Deed {}

    /// Blacks out one message, or with null everything that was said: for good.
    record Redact(@Nullable UUID message, @Nullable String reason) implements Deed {}

    /// How satisfied the contact was, 1 to 5.
    record Rate(int score, @Nullable String comment) implements Deed {}

    /// Sets when it begins and ends by itself, and of that only what `parts` names; nulls take the moment away.
    /// `inactionTtl` in seconds.
    record Schedule(
            @Nullable Instant scheduled,
            @Nullable Instant expires,
            @Nullable Integer inactionTtl,
            Set<Part> parts) implements Deed {
        /// What a schedule consists of.
        public enum Part {
            SCHEDULED,
            EXPIRES,
            INACTION_TTL
        }

        public Schedule {
            parts = Set.copyOf(parts);
        }

        /// The whole schedule.
        public Schedule(@Nullable Instant scheduled, @Nullable Instant expires, @Nullable Integer inactionTtl) {
            this(scheduled, expires, inactionTtl, EnumSet.allOf(Part.class));
        }
    }
}
