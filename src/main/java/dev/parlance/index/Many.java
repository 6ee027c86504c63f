package dev.parlance.index;

import org.roaringbitmap.Container;
import org.roaringbitmap.ContainerPointer;
import org.roaringbitmap.RoaringBitmap;

/// A set of documents in containers of 65,536 places each. A changed one shares with it the containers that are alike.
final class Many implements Posting {
    private final RoaringBitmap documents;
    private final int count;

    private Many(RoaringBitmap documents) {
        this.documents = documents;
        this.count = documents.getCardinality();
    }

    static Many of(RoaringBitmap documents) {
        return new Many(documents);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public boolean holds(int document) {
        return documents.contains(document);
    }

    @Override
    public RoaringBitmap documents() {
        return documents;
    }

    @Override
    public void addTo(Union union) {
        union.add(documents);
    }

    @Override
    public long bytes() {
        return 96 + documents.getLongSizeInBytes();
    }

    @Override
    public Posting changed(int[] added, int[] removed) {
        Difference difference = new Difference(added, removed);
        RoaringBitmap changed = new RoaringBitmap();
        ContainerPointer each = documents.getContainerPointer();
        while (each.getContainer() != null || difference.isLeft()) {
            Container container = each.getContainer();
            int old = container == null ? Integer.MAX_VALUE : each.key();
            int key = Math.min(old, difference.key());
            Container after = key == old ? difference.applied(key, container) : difference.applied(key, null);
            if (!after.isEmpty()) {
                changed.append((char) key, after);
            }
            if (key == old) {
                each.advance();
            }
        }
        int left = changed.getCardinality();
        return left < LEAST_MANY ? new Few(changed.toArray()) : new Many(changed);
    }
}
