package dev.parlance.index;

import dev.parlance.query.Page;
import dev.parlance.query.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/// One page out of a set of documents, in order.
///
/// A large set is met soon on a walk through the order; a small one is sorted. A walk that meets too few, because the
/// set is
/// all at the far end, is given up for sorting.
final class Selection {
    private static final int SMALL = 2_000;

    private final TenantIndex index;
    private final Sort sort;
    private final Order order;

    Selection(TenantIndex index, Sort sort) {
        this.index = index;
        this.sort = sort;
        this.order = index.order(sort.field());
    }

    /// The numbers of the page's conversations and of the one that follows, if any. `matching` null means all.
    List<Long> page(@Nullable RoaringBitmap matching, Page page) {
        long skip = page instanceof Page.Offset offset ? offset.offset() : 0;
        long wanted = page.limit() == Page.UNLIMITED ? Long.MAX_VALUE : page.limit() + 1L;
        if (matching == null) {
            return walk(new Walk(null, 0, wanted, Long.MAX_VALUE), start(page, skip));
        }
        int size = matching.getCardinality();
        if (skip >= size) {
            return List.of();
        }
        if (size > SMALL) {
            // A visit of the walk costs about a quarter of sorting one member.
            Walk walk = new Walk(matching, skip, wanted, 4L * size);
            List<Long> found = walk(walk, start(page, 0));
            if (!walk.givenUp) {
                return found;
            }
        }
        return sorted(matching, page, skip, wanted);
    }

    /// The rank at which the page's walk begins: the documents from there on in the sort's direction.
    private int start(Page page, long skip) {
        int size = order.size();
        return switch (page) {
            case Page.Offset offset -> {
                int past = (int) Math.min(skip, size);
                yield sort.descending() ? size - past : past;
            }
            case Page.After after -> rank(after);
        };
    }

    private int rank(Page.After after) {
        long key = Documents.micros(after.key());
        return sort.descending() ? order.rankAfter(key, after.number() - 1) : order.rankAfter(key, after.number());
    }

    private List<Long> walk(Walk walk, int rank) {
        if (sort.descending()) {
            order.fall(rank, walk::visit);
        } else {
            order.rise(rank, walk::visit);
        }
        return walk.found;
    }

    private final class Walk {
        private final @Nullable RoaringBitmap matching;
        private final long wanted;
        private final List<Long> found = new ArrayList<>();
        private long skip;
        private long patience;
        private boolean givenUp;

        Walk(@Nullable RoaringBitmap matching, long skip, long wanted, long patience) {
            this.matching = matching;
            this.skip = skip;
            this.wanted = wanted;
            this.patience = patience;
        }

        boolean visit(int document) {
            if (matching != null && !matching.contains(document)) {
                givenUp = --patience < 0;
                return !givenUp;
            }
            if (skip > 0) {
                skip--;
                return true;
            }
            found.add(index.documents().number(document));
            return found.size() < wanted;
        }
    }

    private List<Long> sorted(RoaringBitmap matching, Page page, long skip, long wanted) {
        Documents documents = index.documents();
        List<Key> keys = new ArrayList<>();
        IntIterator each = matching.getIntIterator();
        while (each.hasNext()) {
            int document = each.next();
            Key key = new Key(documents.value(sort.field(), document), documents.number(document));
            if (!(page instanceof Page.After after) || comesAfter(key, after)) {
                keys.add(key);
            }
        }
        Comparator<Key> rising = Comparator.comparingLong(Key::value).thenComparingLong(Key::number);
        keys.sort(sort.descending() ? rising.reversed() : rising);
        return keys.stream().skip(skip).limit(wanted).map(Key::number).toList();
    }

    private record Key(long value, long number) {}

    private boolean comesAfter(Key key, Page.After after) {
        int byValue = Long.compare(key.value(), Documents.micros(after.key()));
        int order = byValue != 0 ? byValue : Long.compare(key.number(), after.number());
        return sort.descending() ? order < 0 : order > 0;
    }
}
