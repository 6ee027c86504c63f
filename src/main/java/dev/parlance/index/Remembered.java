package dev.parlance.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.TenantId;
import dev.parlance.query.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The conversations of all tenants that were asked for or changed lately, and the messages of those that were asked
/// for,
/// each as of the seq at which its tenant's index stands: [TenantShelf] guards that.
final class Remembered {
    private static final long BYTES_EACH = 4_096;
    private static final long MOST = 50_000;
    private static final int BYTES_OF_A_MESSAGE = 300;

    private final Cache<Key, Conversation> conversations = Caffeine.newBuilder()
            .maximumSize(Math.min(MOST, Runtime.getRuntime().maxMemory() / 16 / BYTES_EACH))
            .build();
    private final Cache<Key, List<Message>> transcripts = Caffeine.newBuilder()
            .maximumWeight(Math.min(MOST * BYTES_EACH, Runtime.getRuntime().maxMemory() / 16))
            .weigher((Key key, List<Message> messages) -> weight(messages))
            .build();

    private record Key(int tenant, long number) {}

    /// Takes a conversation as it is after a change; its messages may be others now.
    void changed(TenantId tenant, Conversation conversation) {
        Key key = new Key(tenant.value(), conversation.number());
        conversations.put(key, conversation);
        transcripts.invalidate(key);
    }

    void shown(TenantId tenant, Row row, boolean withTranscript) {
        Key key = new Key(tenant.value(), row.conversation().number());
        conversations.put(key, row.conversation());
        if (withTranscript) {
            transcripts.put(key, row.messages());
        }
    }

    /// The rows of these numbers in order, if all that is asked for is remembered.
    Optional<List<Row>> findAll(TenantId tenant, List<Long> numbers, boolean withTranscripts) {
        List<Row> found = new ArrayList<>(numbers.size());
        for (long number : numbers) {
            Key key = new Key(tenant.value(), number);
            Conversation conversation = conversations.getIfPresent(key);
            @Nullable List<Message> messages = withTranscripts ? transcripts.getIfPresent(key) : List.of();
            if (conversation == null || messages == null) {
                return Optional.empty();
            }
            found.add(new Row(conversation, messages));
        }
        return Optional.of(found);
    }

    void forget(TenantId tenant) {
        conversations.asMap().keySet().removeIf(key -> key.tenant() == tenant.value());
        transcripts.asMap().keySet().removeIf(key -> key.tenant() == tenant.value());
    }

    /// Roughly its bytes.
    private static int weight(List<Message> messages) {
        long weight = BYTES_OF_A_MESSAGE;
        for (Message message : messages) {
            weight += BYTES_OF_A_MESSAGE * (1L + message.uses().size())
                    + message.text().length();
        }
        return Math.clamp(weight, 1, Integer.MAX_VALUE);
    }
}
