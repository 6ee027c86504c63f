package dev.parlance.index;

import dev.parlance.query.Filter;
import dev.parlance.query.Page;
import dev.parlance.query.Query;
import dev.parlance.query.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// A question to one index: the page and how many match in all.
///
/// @param matching null means all of the selection's run
record Search(Selection selection, Page page, @Nullable RoaringBitmap matching, int inRun) {
    /// A span of the moment that is sorted by is a run of the order, and need not be made a set.
    static Search of(TenantIndex index, Query query) {
        List<Filter> others = new ArrayList<>();
        Span span = Span.ALWAYS;
        for (Filter part : Evaluation.parts(query.filter())) {
            if (part instanceof Filter.During during
                    && during.field() == query.sort().field()) {
                span = both(span, during.span());
            } else {
                others.add(part);
            }
        }
        Run run = Run.during(index.documents().by(query.sort().field()), span);
        Selection selection = new Selection(index, run, query.sort().descending());
        boolean wholly = query.countAll() && !others.isEmpty() && !span.isAlways();
        Filter left = wholly ? query.filter() : new Filter.All(others);
        return new Search(selection, query.page(), new Evaluation(index).matching(left), run.to() - run.from());
    }

    private static Span both(Span one, Span other) {
        return new Span(later(one.from(), other.from()), earlier(one.to(), other.to()));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    List<Long> listPage() {
        return selection.page(matching, page);
    }

    long total() {
        return matching == null ? inRun : matching.getCardinality();
    }
}
