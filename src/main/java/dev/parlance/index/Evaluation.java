package dev.parlance.index;

import dev.parlance.journal.Feed;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.Leaves;
import dev.parlance.query.Span;
import dev.parlance.query.TextField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.BatchIterator;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/// A filter to the set of documents it holds of, by the algebra of sets.
final class Evaluation {
    private static final int BATCH = 1_024;

    private final TenantIndex index;

    Evaluation(TenantIndex index) {
        this.index = index;
    }

    /// Whether this index can tell: uses within a span and some shapes of custom data it leaves to others.
    static boolean knows(Filter filter) {
        return switch (filter) {
            case Filter.All all -> all.filters().stream().allMatch(Evaluation::knows);
            case Filter.Any any -> any.filters().stream().allMatch(Evaluation::knows);
            case Filter.Not not -> knows(not.filter());
            case Filter.CustomData custom -> Leaves.suffice(custom.object());
            case Filter.Used used -> used.span().isAlways();
            case Filter.Words words -> true;
            case Filter.OneOf one -> true;
            case Filter.Present present -> true;
            case Filter.During during -> true;
            case Filter.Between between -> true;
            case Filter.Contains contains -> true;
            case Filter.Tagged tagged -> true;
        };
    }

    /// The living documents that the filter holds of; null means all of them.
    @Nullable
    RoaringBitmap matching(Filter filter) {
        if (filter.equals(Filter.EVERYTHING)) {
            return null;
        }
        return RoaringBitmap.and(of(filter, index.living()), index.living());
    }

    /// The documents that the filter holds of. Exact for the documents of `among`, others may be there or not.
    private RoaringBitmap of(Filter filter, RoaringBitmap among) {
        return switch (filter) {
            case Filter.All all -> all(all.filters(), among);
            case Filter.Any any -> any(any.filters(), among);
            case Filter.Not not -> RoaringBitmap.andNot(among, of(not.filter(), among));
            case Filter.OneOf one -> index.values(one.field()).withAny(one.values());
            case Filter.Present present -> index.present(present.field());
            case Filter.During during -> during(during, among);
            case Filter.Between between -> between(between, among);
            case Filter.Contains contains -> contains(contains);
            case Filter.Tagged tagged -> index.tags().with(tagged.tag());
            case Filter.CustomData custom -> index.leaves(custom.owner()).withAll(Leaves.of(custom.object()));
            case Filter.Used used -> index.uses().with(new Feed.Use(used.type(), used.resourceId(), used.kind()));
            case Filter.Words words -> words(words.words(), among);
        };
    }

    /// Sets first; what has to look at each document comes last and looks only at those that are left.
    private RoaringBitmap all(List<Filter> filters, RoaringBitmap among) {
        List<Filter> ordered = new ArrayList<>(filters);
        ordered.sort((left, right) -> Boolean.compare(looksAtEach(left), looksAtEach(right)));
        RoaringBitmap left = among;
        for (Filter filter : ordered) {
            left = RoaringBitmap.and(left, of(filter, left));
        }
        return left;
    }

    private RoaringBitmap any(List<Filter> filters, RoaringBitmap among) {
        RoaringBitmap found = new RoaringBitmap();
        filters.forEach(filter -> found.or(of(filter, among)));
        return found;
    }

    private static boolean looksAtEach(Filter filter) {
        return switch (filter) {
            case Filter.During during -> true;
            case Filter.Between between -> true;
            case Filter.Contains contains -> true;
            case Filter.Not not -> looksAtEach(not.filter());
            case Filter.All all -> all.filters().stream().anyMatch(Evaluation::looksAtEach);
            case Filter.Any any -> any.filters().stream().anyMatch(Evaluation::looksAtEach);
            case Filter.OneOf one -> false;
            case Filter.Present present -> false;
            case Filter.Tagged tagged -> false;
            case Filter.CustomData custom -> false;
            case Filter.Used used -> false;
            case Filter.Words words -> false;
        };
    }

    private RoaringBitmap during(Filter.During during, RoaringBitmap among) {
        Span span = during.span();
        long from = edge(span.from(), Long.MIN_VALUE);
        long to = edge(span.to(), Long.MAX_VALUE);
        InstantField field = during.field();
        Documents documents = index.documents();
        return those(among, document -> {
            long value = documents.value(field, document);
            return value >= from && value <= to;
        });
    }

    private static long edge(@Nullable Instant instant, long open) {
        return instant == null ? open : Documents.micros(instant);
    }

    private RoaringBitmap between(Filter.Between between, RoaringBitmap among) {
        long least = between.least() == null ? Long.MIN_VALUE : between.least();
        long most = between.most() == null ? Long.MAX_VALUE : between.most();
        Documents documents = index.documents();
        return those(among, document -> {
            long value = documents.value(between.field(), document);
            return value != Documents.MISSING && value >= least && value <= most;
        });
    }

    private RoaringBitmap words(List<String> words, RoaringBitmap among) {
        RoaringBitmap left = among;
        for (String word : words) {
            left = RoaringBitmap.and(left, index.words().beginningWith(word));
        }
        return left;
    }

    private RoaringBitmap contains(Filter.Contains contains) {
        String part = TextField.folded(contains.part());
        return index.texts(contains.field()).where(value -> value.contains(part));
    }

    private static RoaringBitmap those(RoaringBitmap among, IntPredicate fits) {
        RoaringBitmapWriter<RoaringBitmap> found =
                RoaringBitmapWriter.writer().runCompress(false).get();
        BatchIterator documents = among.getBatchIterator();
        int[] batch = new int[BATCH];
        while (documents.hasNext()) {
            int count = documents.nextBatch(batch);
            for (int i = 0; i < count; i++) {
                if (fits.test(batch[i])) {
                    found.add(batch[i]);
                }
            }
        }
        return found.get();
    }
}
