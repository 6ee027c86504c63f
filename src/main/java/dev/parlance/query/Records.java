package dev.parlance.query;

import dev.parlance.conversation.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Conversations by their ids, as they are at this moment.
public interface Records {
    /// The conversation, with its messages when the transcript is wanted; empty when the tenant has none of this id.
    Optional<Row> find(TenantId tenant, UUID id, boolean transcript);

    /// The conversation that has this message.
    Optional<UUID> findByMessage(TenantId tenant, UUID message);

    /// The moment after the tenant's last change. Whatever is read from now on has all that changed until then, and
    /// everything that changes from now on does so later.
    Instant asOf(TenantId tenant);
}
