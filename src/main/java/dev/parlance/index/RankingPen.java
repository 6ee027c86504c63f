package dev.parlance.index;

import java.util.Arrays;

/// The one who changes a [Ranking].
final class RankingPen {
    private final Longs.Pen keys = new Longs.Pen(Longs.EMPTY);
    private final Longs.Pen numbers;
    private Order order = Order.EMPTY;

    RankingPen(Longs.Pen numbers) {
        this.numbers = numbers;
    }

    long key(int document) {
        return keys.get(document);
    }

    /// Keeps the key of a document, which may be missing, for the order to be made later.
    void keep(int document, long key) {
        keys.set(document, key);
    }

    /// Makes the order of the documents up to `count`, all of which were kept in the order of their numbers.
    void arrange(int count) {
        int[] documents = new int[count];
        long[] sorted = new long[count];
        int present = 0;
        for (int document = 0; document < count; document++) {
            long key = keys.get(document);
            if (key != Longs.MISSING) {
                documents[present] = document;
                sorted[present++] = key;
            }
        }
        order = Order.of(Radix.sorted(Arrays.copyOf(documents, present), Arrays.copyOf(sorted, present)));
    }

    /// Moves a document from where its former key has it to where this one does; either may be missing.
    void move(int document, long number, long key) {
        long former = keys.get(document);
        if (former == key) {
            return;
        }
        if (former != Longs.MISSING) {
            order = order.without(Ranking.place(keys::get, numbers::get, former, number));
        }
        keys.set(document, key);
        if (key != Longs.MISSING) {
            order = order.with(Ranking.place(keys::get, numbers::get, key, number), document);
        }
    }

    Ranking written(Longs written) {
        return new Ranking(keys.written(), written, order);
    }

    long bytes() {
        return keys.written().bytes() + order.bytes();
    }
}
