package dev.parlance.index;

import dev.parlance.query.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/// The documents whose key lies between two others, both inside: they follow each other in the order.
record Run(Ranking ranking, long least, long most) {
    private static final int SCATTERED = 4_096;
    private static final int LOOKED_AT_EACH = 8;

    static Run whole(Ranking ranking) {
        return new Run(ranking, Long.MIN_VALUE + 1, Long.MAX_VALUE);
    }

    static Run during(Ranking ranking, Span span) {
        return new Run(ranking, edge(span.from(), Long.MIN_VALUE + 1), edge(span.to(), Long.MAX_VALUE));
    }

    private static long edge(@Nullable Instant instant, long open) {
        return instant == null ? open : Documents.micros(instant);
    }

    int from() {
        return ranking.from(least);
    }

    int to() {
        return Math.max(from(), ranking.behind(most));
    }

    /// The run as a set, exact for the documents of `among`; null means all.
    RoaringBitmap documents(TenantIndex index, @Nullable RoaringBitmap among) {
        int from = from();
        int to = to();
        int all = ranking.order().size();
        int effort = Math.min(to - from, all - (to - from));
        if (among != null && (long) among.getCardinality() * LOOKED_AT_EACH < effort) {
            return those(among);
        }
        if (to - from <= SCATTERED) {
            return RoaringBitmap.bitmapOfUnordered(members(from, to));
        }
        return bits(index, from, to).documents();
    }

    private int[] members(int from, int to) {
        return new Walk(ranking.order(), new Walk.Stretch(from, to), false).all();
    }

    /// Adds the members, or removes all others from all where these are fewer.
    private Bits bits(TenantIndex index, int from, int to) {
        int all = ranking.order().size();
        int limit = index.documents().limit();
        if (to - from <= all / 2 || all < index.size()) {
            Bits bits = Bits.none(limit);
            bits.add(members(from, to));
            return bits;
        }
        Bits bits = Bits.of(index.living(), limit);
        bits.remove(members(0, from));
        bits.remove(members(to, all));
        return bits;
    }

    private RoaringBitmap those(RoaringBitmap among) {
        RoaringBitmapWriter<RoaringBitmap> found =
                RoaringBitmapWriter.writer().runCompress(false).get();
        IntIterator each = among.getIntIterator();
        while (each.hasNext()) {
            int document = each.next();
            long key = ranking.key(document);
            if (key != Longs.MISSING && key >= least && key <= most) {
                found.add(document);
            }
        }
        return found.get();
    }
}
