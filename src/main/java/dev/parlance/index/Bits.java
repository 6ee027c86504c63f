package dev.parlance.index;

import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/// A set of documents laid out flat, for many questions and changes one by one.
final class Bits {
    private final long[] bits;

    private Bits(long[] bits) {
        this.bits = bits;
    }

    /// An empty set of documents below `limit`.
    static Bits none(int limit) {
        return new Bits(new long[limit / Long.SIZE + 1]);
    }

    static Bits of(RoaringBitmap documents, int limit) {
        Bits laidOut = none(limit);
        long[] set = BitSetUtil.toLongArray(documents);
        System.arraycopy(set, 0, laidOut.bits, 0, Math.min(set.length, laidOut.bits.length));
        return laidOut;
    }

    boolean has(int document) {
        return ((bits[document >>> 6] >>> document) & 1) != 0;
    }

    /// How many of the documents from one place up to another are in the set.
    int count(int[] documents, int from, int to) {
        long count = 0;
        for (int i = from; i < to; i++) {
            count += (bits[documents[i] >>> 6] >>> documents[i]) & 1;
        }
        return (int) count;
    }

    void add(int[] documents) {
        for (int document : documents) {
            bits[document >>> 6] |= 1L << document;
        }
    }

    void remove(int[] documents) {
        for (int document : documents) {
            bits[document >>> 6] &= ~(1L << document);
        }
    }

    RoaringBitmap documents() {
        return BitSetUtil.bitmapOf(bits);
    }
}
