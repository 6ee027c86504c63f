package dev.parlance.query;

import dev.parlance.conversation.AttentionItem;
import dev.parlance.conversation.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people must look at, or did.
public interface AttentionItems {
    /// Which items are meant; a null leaves it open.
    record Wanted(
            @Nullable UUID workspace,
            @Nullable UUID conversation,
            @Nullable Boolean open) {
        public static final Wanted EVERYTHING = new Wanted(null, null, null);
    }

    /// A place in the order of lists: after the item of this moment and id.
    record After(Instant raised, UUID id) {
        public static After of(AttentionItem item) {
            return new After(item.raised(), item.id());
        }
    }

    /// At most `limit` items, newest first, from the beginning or after a place.
    List<AttentionItem> list(TenantId tenant, Wanted wanted, @Nullable After after, int limit);

    /// The item, unless it belongs to another workspace than the given one.
    Optional<AttentionItem> find(TenantId tenant, @Nullable UUID workspace, UUID id);
}
