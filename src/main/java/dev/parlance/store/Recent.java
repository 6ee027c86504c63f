package dev.parlance.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Committed;
import dev.parlance.journal.Feed;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The conversations that deeds touched last, as they are. Whoever holds the tenant's row knows by the journal's number
/// whether anybody else wrote since: then all that is known of the tenant is out of date.
final class Recent {
    private static final int MOST = 20_000;

    private final Cache<Key, Conversation> conversations =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

    /// A conversation as known in one of the tenant's ages: a new age begins when others wrote.
    private record Key(TenantId tenant, long age, UUID id) {}

    private record Known(long age, long seq) {}

    /// The conversation as it is while the tenant's journal stands at `seq`.
    Optional<Conversation> find(TenantId tenant, long seq, UUID id) {
        Known now = known.get(tenant);
        return now == null || now.seq() != seq
                ? Optional.empty()
                : Optional.ofNullable(conversations.getIfPresent(new Key(tenant, now.age(), id)));
    }

    /// Takes what a commit left. One that does not tell, or that follows what others wrote, begins a new age.
    void committed(TenantId tenant, Committed committed) {
        Known before = known.get(tenant);
        long age = before == null ? 0 : before.age();
        boolean follows = before != null
                && committed.told().isPresent()
                && committed.told().get().before() == before.seq();
        Known now = new Known(follows ? age : age + 1, committed.seq());
        committed
                .told()
                .ifPresent(told -> told.subjects().stream()
                        .map(Feed.Subject::conversation)
                        .forEach(each -> conversations.put(new Key(tenant, now.age(), each.id()), each)));
        known.put(tenant, now);
    }
}
