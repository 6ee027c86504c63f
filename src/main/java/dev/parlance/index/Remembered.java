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

    private final Cache<Key, Known<Conversation>> conversations = Caffeine.newBuilder()
            .maximumSize(Math.min(MOST, Runtime.getRuntime().maxMemory() / 16 / BYTES_EACH))
            .build();
    private final Cache<Key, Known<List<Message>>> transcripts = Caffeine.newBuilder()
            .maximumWeight(Math.min(MOST * BYTES_EACH, Runtime.getRuntime().maxMemory() / 16))
            .weigher((Key key, Known<List<Message>> messages) -> weight(messages.value()))
            .build();

    private record Key(int tenant, long number) {}

    /// What is known since the journal's `seq`. It has not changed since, or something newer would stand in its place.
    private record Known<T>(T value, long seq) {
        static <T> @Nullable T at(@Nullable Known<T> known, long seq) {
            return known == null || known.seq() > seq ? null : known.value();
        }
    }

    /// Takes a conversation as it is after a change; its messages may be others now.
    void changed(TenantId tenant, Conversation conversation, long seq) {
        Key key = new Key(tenant.value(), conversation.number());
        conversations.put(key, new Known<>(conversation, seq));
        transcripts.invalidate(key);
    }

    void shown(TenantId tenant, Row row, boolean withTranscript, long seq) {
        Key key = new Key(tenant.value(), row.conversation().number());
        conversations.put(key, new Known<>(row.conversation(), seq));
        if (withTranscript) {
            transcripts.put(key, new Known<>(row.messages(), seq));
        }
    }

    /// The rows of these numbers in order as of the journal's `seq`, if all that is asked for is remembered.
    Optional<List<Row>> findAll(TenantId tenant, List<Long> numbers, boolean withTranscripts, long seq) {
        List<Row> found = new ArrayList<>(numbers.size());
        for (long number : numbers) {
            Key key = new Key(tenant.value(), number);
            Conversation conversation = Known.at(conversations.getIfPresent(key), seq);
            List<Message> messages = withTranscripts ? Known.at(transcripts.getIfPresent(key), seq) : List.of();
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
