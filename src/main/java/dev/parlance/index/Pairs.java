package dev.parlance.index;

import java.util.Arrays;

/// Values and documents, to be taken out value by value.
final class Pairs {
    private static final int DOCUMENT = Integer.SIZE;
    private static final int FEW = 64;

    private long[] pairs = new long[FEW];
    private int count;
    private int next;

    void add(int number, int document) {
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, count * 2);
        }
        pairs[count++] = ((long) number << DOCUMENT) | document;
    }

    /// From now on they are taken out.
    void sort() {
        Arrays.sort(pairs, 0, count);
    }

    /// The least value that is left, the greatest possible number when none is.
    int number() {
        return next < count ? (int) (pairs[next] >>> DOCUMENT) : Integer.MAX_VALUE;
    }

    /// The documents of the value, each once, in rising order.
    int[] take(int number) {
        int from = next;
        while (number() == number) {
            next++;
        }
        if (from == next) {
            return Posting.NOBODY;
        }
        int[] documents = new int[next - from];
        int kept = 0;
        for (int i = from; i < next; i++) {
            if (i == from || pairs[i] != pairs[i - 1]) {
                documents[kept++] = (int) pairs[i];
            }
        }
        return Arrays.copyOf(documents, kept);
    }

    /// Forgets all of them.
    void clear() {
        count = 0;
        next = 0;
        pairs = new long[FEW];
    }
}
