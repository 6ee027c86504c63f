package dev.parlance.index;

import dev.parlance.journal.Feed;
import dev.parlance.query.Filter;
import dev.parlance.query.Leaves;
import dev.parlance.query.TextField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// A filter to the set of documents it holds of, by the algebra of sets.
final class Evaluation {
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

    /// The documents that the filter holds of, not to be changed; null means all of them.
    @Nullable
    RoaringBitmap matching(Filter filter) {
        List<Filter> parts = parts(filter);
        return parts.isEmpty() ? null : all(parts, null);
    }

    /// What must hold, one by one.
    static List<Filter> parts(Filter filter) {
        if (!(filter instanceof Filter.All all)) {
            return List.of(filter);
        }
        return all.filters().stream().flatMap(each -> parts(each).stream()).toList();
    }

    /// The documents that the filter holds of. Exact for the documents of `among`, others may be there or not; null
    /// means all.
    private RoaringBitmap of(Filter filter, @Nullable RoaringBitmap among) {
        return switch (filter) {
            case Filter.All all -> all(parts(all), among);
            case Filter.Any any -> any(any.filters(), among);
            case Filter.Not not ->
                RoaringBitmap.andNot(among == null ? index.living() : among, of(not.filter(), among));
            case Filter.OneOf one -> oneOf(one);
            case Filter.Present present -> index.present(present.field());
            case Filter.During during -> during(during, among);
            case Filter.Between between -> between(between, among);
            case Filter.Contains contains -> index.containing(contains.field(), TextField.folded(contains.part()));
            case Filter.Tagged tagged -> index.with(Spelling.tag(tagged.tag()));
            case Filter.CustomData custom -> customData(custom, among);
            case Filter.Used used -> index.with(Spelling.of(new Feed.Use(used.type(), used.resourceId(), used.kind())));
            case Filter.Words words -> words(words.words(), among);
        };
    }

    /// The few first: what costs more with every document that is left comes last.
    private RoaringBitmap all(List<Filter> filters, @Nullable RoaringBitmap among) {
        List<Filter> ordered = new ArrayList<>(filters);
        ordered.sort(Comparator.comparingInt(Evaluation::cost));
        RoaringBitmap left = among;
        for (Filter filter : ordered) {
            if (filter instanceof Filter.Not not) {
                RoaringBitmap from = left == null ? index.living() : left;
                left = RoaringBitmap.andNot(from, of(not.filter(), left));
            } else {
                RoaringBitmap found = of(filter, left);
                left = left == null ? found : RoaringBitmap.and(left, found);
            }
        }
        return left == null ? index.living() : left;
    }

    private RoaringBitmap any(List<Filter> filters, @Nullable RoaringBitmap among) {
        Union all = new Union();
        filters.forEach(filter -> all.add(of(filter, among)));
        return all.all();
    }

    /// How soon it should be looked at: 0 for what is at hand, more for what has to be gathered.
    private static int cost(Filter filter) {
        return switch (filter) {
            case Filter.OneOf one -> 0;
            case Filter.Present present -> 0;
            case Filter.Tagged tagged -> 0;
            case Filter.CustomData custom -> 0;
            case Filter.Used used -> 0;
            case Filter.Not not -> 1 + cost(not.filter());
            case Filter.All all ->
                all.filters().stream().mapToInt(Evaluation::cost).max().orElse(0);
            case Filter.Any any ->
                any.filters().stream().mapToInt(Evaluation::cost).max().orElse(0);
            case Filter.Words words -> 2;
            case Filter.During during -> 3;
            case Filter.Between between -> 3;
            case Filter.Contains contains -> 5;
        };
    }

    private RoaringBitmap oneOf(Filter.OneOf one) {
        Union all = new Union();
        one.values()
                .forEach(value ->
                        index.postings().of(Spelling.of(one.field(), value)).addTo(all));
        return all.all();
    }

    private RoaringBitmap customData(Filter.CustomData custom, @Nullable RoaringBitmap among) {
        RoaringBitmap left = among;
        for (String leaf : Leaves.of(custom.object())) {
            RoaringBitmap found = index.with(Spelling.leaf(custom.owner(), leaf));
            left = left == null ? found : RoaringBitmap.and(left, found);
        }
        return left == null ? index.living() : left;
    }

    /// Words know documents that were given up, so what is found is always held against others.
    private RoaringBitmap words(List<String> words, @Nullable RoaringBitmap among) {
        RoaringBitmap left = among == null ? index.living() : among;
        for (String word : words) {
            left = RoaringBitmap.and(left, index.words().beginningWith(word));
        }
        return left;
    }

    private RoaringBitmap during(Filter.During during, @Nullable RoaringBitmap among) {
        return Run.during(index.documents().by(during.field()), during.span()).documents(index, among);
    }

    private RoaringBitmap between(Filter.Between between, @Nullable RoaringBitmap among) {
        Ranking ranking = index.documents().by(between.field());
        long least = between.least() == null ? Long.MIN_VALUE + 1 : between.least();
        long most = between.most() == null ? Long.MAX_VALUE : between.most();
        return new Run(ranking, least, most).documents(index, among);
    }
}
