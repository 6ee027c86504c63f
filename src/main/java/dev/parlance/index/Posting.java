package dev.parlance.index;

import java.util.Arrays;
import org.roaringbitmap.RoaringBitmap;

/// The documents that have one value. It never changes: a change makes another.
///
/// Most values, such as a contact's id, have only a few documents, for which a list takes the least.
sealed interface Posting permits Few, Many {
    Posting NONE = new Few(new int[0]);

    /// Above so many documents a bitmap is smaller than a list.
    int MOST_FEW = 48;

    /// Below so many documents a list is used again.
    int LEAST_MANY = 24;

    int[] NOBODY = {};

    int count();

    boolean holds(int document);

    /// The documents; not to be changed.
    RoaringBitmap documents();

    void addTo(Union union);

    /// About how much memory it takes.
    long bytes();

    /// With some documents and without others; both in rising order, none in both.
    Posting changed(int[] added, int[] removed);

    /// The documents in rising order.
    static Posting of(int[] documents) {
        return documents.length <= MOST_FEW ? new Few(documents) : Many.of(RoaringBitmap.bitmapOf(documents));
    }

    /// Documents in rising order, with some and without others.
    static int[] merged(int[] documents, int[] added, int[] removed) {
        int[] merged = new int[documents.length + added.length];
        int count = 0;
        int next = 0;
        for (int document : documents) {
            while (next < added.length && added[next] < document) {
                merged[count++] = added[next++];
            }
            if (next < added.length && added[next] == document) {
                next++;
            }
            if (Arrays.binarySearch(removed, document) < 0) {
                merged[count++] = document;
            }
        }
        while (next < added.length) {
            merged[count++] = added[next++];
        }
        return Arrays.copyOf(merged, count);
    }
}
