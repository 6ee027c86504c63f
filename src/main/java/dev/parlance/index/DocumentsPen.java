package dev.parlance.index;

import dev.parlance.conversation.Conversation;
import dev.parlance.query.InstantField;
import dev.parlance.query.NumberField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// The one who changes [Documents].
final class DocumentsPen {
    private static final List<ToLongFunction<Conversation>> KEYS = keys();

    private final Longs.Pen numbers = new Longs.Pen(Longs.EMPTY);
    private final List<RankingPen> rankings =
            KEYS.stream().map(key -> new RankingPen(numbers)).toList();
    private final IntStack free = new IntStack();
    private Order byNumber = Order.EMPTY;
    private int limit;
    private boolean arranging;

    /// The numbers in the order in which [Documents] looks for their rankings. That of the conversation's own number is
    /// empty there, for it is kept apart.
    private static List<ToLongFunction<Conversation>> keys() {
        List<ToLongFunction<Conversation>> keys = new ArrayList<>();
        for (InstantField field : InstantField.values()) {
            keys.add(conversation -> Documents.micros(field.of(conversation)));
        }
        for (NumberField field : NumberField.values()) {
            keys.add(conversation -> key(field, conversation));
        }
        return keys;
    }

    private static long key(NumberField field, Conversation conversation) {
        Long value = field == NumberField.NUMBER ? null : field.of(conversation);
        return value == null ? Longs.MISSING : value;
    }

    /// From now until [#written], conversations come once each and in the order of their numbers.
    void arrangeLater() {
        arranging = true;
    }

    /// The document of the conversation of this number, -1 when there is none.
    int find(long number) {
        if (arranging) {
            return -1;
        }
        int rank = byNumber.rank(place(number));
        int document = rank < byNumber.size() ? byNumber.at(rank) : -1;
        return document >= 0 && numbers.get(document) == number ? document : -1;
    }

    /// A document for a conversation that has none.
    int begin(long number) {
        int document = free.isEmpty() ? limit++ : free.pop();
        if (!arranging) {
            byNumber = byNumber.with(place(number), document);
        }
        numbers.set(document, number);
        return document;
    }

    /// Keeps what the conversation has now.
    void put(int document, Conversation conversation) {
        for (int i = 0; i < KEYS.size(); i++) {
            long key = KEYS.get(i).applyAsLong(conversation);
            if (arranging) {
                rankings.get(i).keep(document, key);
            } else {
                rankings.get(i).move(document, conversation.number(), key);
            }
        }
    }

    /// Takes a document out of all orders; its place is not used again until it is [free][#reuse].
    void remove(int document) {
        long number = numbers.get(document);
        rankings.forEach(ranking -> ranking.move(document, number, Longs.MISSING));
        byNumber = byNumber.without(place(number));
        numbers.set(document, Longs.MISSING);
    }

    void reuse(int document) {
        free.push(document);
    }

    Documents written() {
        if (arranging) {
            arranging = false;
            rankings.forEach(ranking -> ranking.arrange(limit));
            byNumber = Order.of(java.util.stream.IntStream.range(0, limit).toArray());
        }
        Longs written = numbers.written();
        List<Ranking> all =
                rankings.stream().map(ranking -> ranking.written(written)).toList();
        return new Documents(limit, new Ranking(written, written, byNumber), all);
    }

    /// About how much memory all of it takes.
    long bytes() {
        long bytes = numbers.written().bytes() + byNumber.bytes();
        for (RankingPen ranking : rankings) {
            bytes += ranking.bytes();
        }
        return bytes;
    }

    private Order.Place place(long number) {
        return member -> Long.compare(number, numbers.get(member));
    }
}
