package dev.parlance.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The conversations of all tenants that were asked for or changed lately, each as of the seq at which its tenant's
/// index
/// stands: [TenantShelf] guards that.
final class Remembered {
    private static final long BYTES_EACH = 4_096;
    private static final long MOST = 50_000;

    private final Cache<Key, Conversation> conversations = Caffeine.newBuilder()
            .maximumSize(Math.min(MOST, Runtime.getRuntime().maxMemory() / 16 / BYTES_EACH))
            .build();

    private record Key(int tenant, long number) {}

    void put(TenantId tenant, Conversation conversation) {
        conversations.put(new Key(tenant.value(), conversation.number()), conversation);
    }

    /// The conversations of these numbers in order, if all of them are remembered.
    Optional<List<Conversation>> findAll(TenantId tenant, List<Long> numbers) {
        List<Conversation> found = new ArrayList<>(numbers.size());
        for (long number : numbers) {
            Conversation conversation = conversations.getIfPresent(new Key(tenant.value(), number));
            if (conversation == null) {
                return Optional.empty();
            }
            found.add(conversation);
        }
        return Optional.of(found);
    }

    void forget(TenantId tenant) {
        conversations.asMap().keySet().removeIf(key -> key.tenant() == tenant.value());
    }
}
