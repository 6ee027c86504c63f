package dev.parlance.query;

import dev.parlance.conversation.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How satisfied contacts were with conversations.
public interface Satisfaction {
    /// A contact's last word on a conversation, from 1 to 5.
    record Score(UUID id, int score, @Nullable String comment, Instant created, Instant updated) {}

    /// The score of the conversation with this number, empty while there is none.
    Optional<Score> find(TenantId tenant, long number);
}
