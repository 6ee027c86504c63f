package dev.parlance.index;

import dev.parlance.query.Page;
import dev.parlance.query.Sort;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// One page out of a set of documents, in order.
///
/// A large set is met soon on a walk through the order; a small one is gathered and sorted. A walk that meets too few,
/// because the set is all at the far end, is given up for that.
final class Selection {
    /// A document that is gathered costs about as much as so many that are passed on a walk.
    private static final long PASSED_FOR_ONE = 8;
    /// So many are passed before the set is laid out for a long walk.
    private static final long FIRST_STEPS = 512;
    /// Gathering that costs no more than so many steps is not put off by a long walk.
    private static final long SMALL = 8_192;

    private final Documents documents;
    private final Run run;
    private final boolean descending;

    /// Chooses among the documents of a run, in its order or against it.
    Selection(TenantIndex index, Run run, boolean descending) {
        this.documents = index.documents();
        this.run = run;
        this.descending = descending;
    }

    /// Chooses among all documents.
    static Selection of(TenantIndex index, Sort sort) {
        return new Selection(index, Run.whole(index.documents().by(sort.field())), sort.descending());
    }

    /// The numbers of the page's conversations and of the one that follows, if any: those of the set, null for all.
    List<Long> page(@Nullable RoaringBitmap matching, Page page) {
        long skip = page instanceof Page.Offset offset ? offset.offset() : 0;
        long wanted = page.limit() == Page.UNLIMITED ? Integer.MAX_VALUE : page.limit() + 1L;
        Walk.Stretch rest = rest(page);
        if (matching == null) {
            long left = Math.max(0, rest.to() - rest.from() - skip);
            int all = (int) Math.min(wanted, left);
            int first = (int) Math.min(skip, rest.to() - rest.from());
            Walk.Stretch wholly = descending
                    ? new Walk.Stretch(rest.to() - first - all, rest.to() - first)
                    : new Walk.Stretch(rest.from() + first, rest.from() + first + all);
            return numbers(new Walk(run.ranking().order(), wholly, descending).all());
        }
        int size = matching.getCardinality();
        return skip >= size ? List.of() : numbers(chosen(matching, page, new Wanted(skip, wanted)));
    }

    /// What is wanted of those that fit.
    record Wanted(long skip, long count) {
        long both() {
            return skip + count;
        }
    }

    private int[] chosen(RoaringBitmap matching, Page page, Wanted wanted) {
        Walk walk = new Walk(run.ranking().order(), rest(page), descending);
        int[] found = walk.among(matching, wanted, FIRST_STEPS);
        long gathering = PASSED_FOR_ONE * matching.getCardinality();
        if (found == null && gathering > SMALL) {
            long patience = gathering < walk.stretch().length() ? gathering / 2 : Long.MAX_VALUE;
            found = walk.among(Bits.of(matching, documents.limit()), wanted, patience);
        }
        return found != null ? found : new Gathering(documents, run, descending).chosen(matching, page, wanted);
    }

    /// The ranks that are left for the page.
    private Walk.Stretch rest(Page page) {
        return switch (page) {
            case Page.Offset offset -> new Walk.Stretch(run.from(), run.to());
            case Page.After after -> {
                long key = Documents.micros(after.key());
                yield descending
                        ? new Walk.Stretch(
                                run.from(), Math.clamp(run.ranking().rank(key, after.number()), run.from(), run.to()))
                        : new Walk.Stretch(Math.clamp(behind(key, after.number()), run.from(), run.to()), run.to());
            }
        };
    }

    private int behind(long key, long number) {
        return run.ranking().rank(key, number == Long.MAX_VALUE ? number : number + 1);
    }

    private List<Long> numbers(int[] chosen) {
        List<Long> numbers = new ArrayList<>(chosen.length);
        for (int document : chosen) {
            numbers.add(documents.number(document));
        }
        return numbers;
    }
}
