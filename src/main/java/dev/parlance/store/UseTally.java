package dev.parlance.store;

import dev.parlance.conversation.Message;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How often replies of one conversation used each resource. A reply counts once for a resource and kind; an applied
/// use of an instruction or knowledge counts as available too.
final class UseTally {
    private final Map<Key, Count> counts = new LinkedHashMap<>();

    record Key(ResourceType type, String resourceId, UseKind kind) {}

    record Count(int replies, Instant first, Instant last) {
        static Count of(Instant at) {
            return new Count(1, at, at);
        }

        Count plus(Count other) {
            return new Count(
                    replies + other.replies,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }

    static Map<Key, Count> of(List<Message> messages) {
        UseTally tally = new UseTally();
        messages.forEach(tally::add);
        return tally.counts;
    }

    private void add(Message message) {
        Set<Key> keys = new HashSet<>();
        for (Use use : message.uses()) {
            keys.add(new Key(use.type(), use.resourceId(), use.kind()));
            if (use.type() != ResourceType.ACTION) {
                keys.add(new Key(use.type(), use.resourceId(), UseKind.AVAILABLE));
            }
        }
        keys.forEach(key -> counts.merge(key, Count.of(message.at()), Count::plus));
    }
}
