package dev.parlance.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of a tenant's journal: what changed, not how. `number` is set for conversations, `subject` for contacts
/// and teams.
public record Change(
        long seq,
        Instant at,
        Kind kind,
        @Nullable Long number,
        @Nullable UUID subject) {
    /// Stored by position: new kinds come at the end.
    public enum Kind {
        CONVERSATION_CREATED,
        CONVERSATION_UPDATED,
        CONTACT_UPDATED,
        TEAM_UPDATED
    }
}
