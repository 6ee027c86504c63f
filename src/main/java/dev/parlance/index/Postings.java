package dev.parlance.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.roaringbitmap.RoaringBitmap;

/// The documents by value.
final class Postings<K> {
    private final Map<K, Posting> byValue = new HashMap<>();

    void add(K value, int document) {
        byValue.computeIfAbsent(value, none -> new Posting()).add(document);
    }

    /// The documents that have the value; not to be changed.
    RoaringBitmap with(K value) {
        Posting posting = byValue.get(value);
        return posting == null ? new RoaringBitmap() : posting.documents();
    }

    RoaringBitmap withAny(Collection<? extends K> values) {
        RoaringBitmap all = new RoaringBitmap();
        for (K value : values) {
            Posting posting = byValue.get(value);
            if (posting != null) {
                posting.addTo(all);
            }
        }
        return all;
    }

    RoaringBitmap withAll(Collection<? extends K> values) {
        RoaringBitmap all = new RoaringBitmap();
        boolean first = true;
        for (K value : values) {
            if (first) {
                all.or(with(value));
                first = false;
            } else {
                all.and(with(value));
            }
        }
        return all;
    }

    /// The documents of every value that fits.
    RoaringBitmap where(Predicate<K> fits) {
        RoaringBitmap all = new RoaringBitmap();
        byValue.forEach((value, posting) -> {
            if (fits.test(value)) {
                posting.addTo(all);
            }
        });
        return all;
    }
}
