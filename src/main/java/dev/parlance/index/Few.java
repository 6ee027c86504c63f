package dev.parlance.index;

import java.util.Arrays;
import org.roaringbitmap.RoaringBitmap;

/// A short list of documents, in rising order.
final class Few implements Posting {
    private final int[] documents;

    Few(int... documents) {
        this.documents = documents;
    }

    @Override
    public int count() {
        return documents.length;
    }

    @Override
    public boolean holds(int document) {
        return Arrays.binarySearch(documents, document) >= 0;
    }

    int first() {
        return documents[0];
    }

    @Override
    public RoaringBitmap documents() {
        return RoaringBitmap.bitmapOf(documents);
    }

    @Override
    public void addTo(Union union) {
        for (int document : documents) {
            union.add(document);
        }
    }

    @Override
    public long bytes() {
        return 32 + 4L * documents.length;
    }

    @Override
    public Posting changed(int[] added, int[] removed) {
        return Posting.of(Posting.merged(documents, added, removed));
    }
}
