package dev.parlance.journal;

import dev.parlance.conversation.By;
import dev.parlance.conversation.JsonText;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of a tenant's journal. `number` is set for conversations, `subject` for contacts, teams, messages and
/// attention items; `by` and `detail`, a JSON object, for what is done in the present. A detail never holds the words
/// of
/// a message.
public record Change(
        long seq,
        Instant at,
        Kind kind,
        @Nullable Long number,
        @Nullable UUID subject,
        @Nullable By by,
        @Nullable JsonText detail) {
    /// Stored by position: new kinds come at the end.
    public enum Kind {
        CONVERSATION_CREATED,
        CONVERSATION_UPDATED,
        CONTACT_UPDATED,
        TEAM_UPDATED,
        MESSAGE_ADDED,
        STATE_CHANGED,
        ASSIGNED,
        TEAM_CHANGED,
        TAGS_CHANGED,
        NOTED,
        DESCRIBED,
        CUSTOM_DATA_CHANGED,
        CONTACT_CHANGED,
        HANDED_OFF,
        ATTENTION_RAISED,
        ATTENTION_SETTLED,
        REDACTED,
        RATED,
        SCHEDULED,
        CONTACT_CREATED,
        CONTACT_REMOVED,
        TAG_KEPT,
        CHANNEL_KEPT,
        AGENT_CREATED,
        AGENT_CHANGED,
        AGENT_REMOVED,
        VERSION_CREATED,
        VERSION_CHANGED,
        VERSION_PUBLISHED;

        /// The name in answers, such as `state_changed`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
