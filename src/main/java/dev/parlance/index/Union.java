package dev.parlance.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/// Gathers documents of many postings.
final class Union {
    private static final int MANY = 4_096;

    private int[] scattered = new int[64];
    private int count;
    private final List<RoaringBitmap> sets = new ArrayList<>();

    void add(int document) {
        if (count == scattered.length) {
            scattered = Arrays.copyOf(scattered, count * 2);
        }
        scattered[count++] = document;
    }

    void add(RoaringBitmap documents) {
        sets.add(documents);
    }

    private static RoaringBitmap gathered(int[] documents) {
        if (documents.length < MANY) {
            return RoaringBitmap.bitmapOfUnordered(documents);
        }
        Bits bits = Bits.none(Arrays.stream(documents).max().orElse(0));
        bits.add(documents);
        return bits.documents();
    }

    /// All of them; not to be changed, because it may be one of those that were added.
    RoaringBitmap all() {
        if (count == 0 && sets.size() == 1) {
            return sets.getFirst();
        }
        if (count > 0) {
            sets.add(gathered(Arrays.copyOf(scattered, count)));
            count = 0;
        }
        return FastAggregation.naive_or(sets.iterator());
    }
}
