package dev.parlance.index;

import dev.parlance.query.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/// A page out of a small set, by looking at each of its documents.
record Gathering(Documents documents, Run run, boolean descending) {
    private static final int FEW = 1_024;

    private record Key(long value, long number, int document) {}

    int[] chosen(RoaringBitmap matching, Page page, Selection.Wanted wanted) {
        Comparator<Key> rising = Comparator.comparingLong(Key::value).thenComparingLong(Key::number);
        Comparator<Key> order = descending ? rising.reversed() : rising;
        Collection<Key> kept = wanted.both() <= FEW ? nearest(matching, page, order, wanted) : all(matching, page);
        return kept.stream()
                .sorted(order)
                .skip(wanted.skip())
                .limit(wanted.count())
                .mapToInt(Key::document)
                .toArray();
    }

    private List<Key> all(RoaringBitmap matching, Page page) {
        List<Key> all = new ArrayList<>();
        IntIterator each = matching.getIntIterator();
        while (each.hasNext()) {
            Key key = key(each.next());
            if (isIn(key, page)) {
                all.add(key);
            }
        }
        return all;
    }

    /// As many as can be wanted; the last of them leaves whenever another comes before it. Newer documents are usually
    /// greater ones, so the likely come first.
    private Collection<Key> nearest(RoaringBitmap matching, Page page, Comparator<Key> order, Selection.Wanted wanted) {
        PriorityQueue<Key> nearest = new PriorityQueue<>(order.reversed());
        IntIterator each = descending ? matching.getReverseIntIterator() : matching.getIntIterator();
        while (each.hasNext()) {
            int document = each.next();
            boolean full = nearest.size() == wanted.both();
            if (full && isBehind(run.ranking().key(document), nearest.element().value())) {
                continue;
            }
            Key key = key(document);
            if (isIn(key, page) && (!full || order.compare(key, nearest.element()) < 0)) {
                if (full) {
                    nearest.remove();
                }
                nearest.add(key);
            }
        }
        return nearest;
    }

    private boolean isBehind(long value, long last) {
        return descending ? value < last : value > last;
    }

    private Key key(int document) {
        return new Key(run.ranking().key(document), documents.number(document), document);
    }

    private boolean isIn(Key key, Page page) {
        boolean inRun = key.value() >= run.least() && key.value() <= run.most();
        return inRun && (!(page instanceof Page.After after) || comesAfter(key, after));
    }

    private boolean comesAfter(Key key, Page.After after) {
        int byValue = Long.compare(key.value(), Documents.micros(after.key()));
        int order = byValue != 0 ? byValue : Long.compare(key.number(), after.number());
        return descending ? order < 0 : order > 0;
    }
}
