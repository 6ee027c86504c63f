package dev.parlance.index;

import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Feed;
import dev.parlance.query.Query;
import dev.parlance.query.Row;
import dev.parlance.query.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// One tenant's index and the journal's number it stands at. Many read at once; one follows the journal.
final class TenantShelf {
    private final TenantId tenant;
    private final Feed feed;
    private final Remembered remembered;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private TenantIndex index = new TenantIndex();
    private long seq;

    TenantShelf(TenantId tenant, Feed feed, Remembered remembered) {
        this.tenant = tenant;
        this.feed = feed;
        this.remembered = remembered;
        rebuild();
    }

    /// What was found and at which seq: the numbers of the page, whether rows follow, and the conversations themselves
    /// if
    /// all of them are remembered.
    record Found(List<Long> page, boolean more, OptionalLong total, Optional<List<Row>> rows, long seq) {}

    Found find(Query query) {
        lock.readLock().lock();
        try {
            @Nullable RoaringBitmap matching = new Evaluation(index).matching(query.filter());
            int total = matching == null ? index.size() : matching.getCardinality();
            List<Long> numbers = new Selection(index, query.sort()).page(matching, query.page());
            boolean more = numbers.size() > query.page().limit();
            List<Long> page = more ? numbers.subList(0, query.page().limit()) : numbers;
            return new Found(
                    page,
                    more,
                    query.countAll() ? OptionalLong.of(total) : OptionalLong.empty(),
                    remembered.findAll(tenant, page, query.transcripts()),
                    seq);
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Keeps what was taken, unless the index has gone on since.
    void remember(Shelf.Taken taken, boolean withTranscripts) {
        lock.readLock().lock();
        try {
            if (taken.seq() == seq) {
                taken.rows().forEach(row -> remembered.shown(tenant, row, withTranscripts));
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    long seq() {
        lock.readLock().lock();
        try {
            return seq;
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Follows the journal at least up to `wanted`.
    synchronized void follow(long wanted) {
        if (seq() >= wanted) {
            return;
        }
        List<Feed.Subject> changed = new ArrayList<>();
        long now = feed.since(tenant, seq(), changed::add);
        lock.writeLock().lock();
        try {
            changed.forEach(this::put);
            seq = now;
        } finally {
            lock.writeLock().unlock();
        }
        if (index.isWorn()) {
            rebuild();
        }
    }

    private void put(Feed.Subject subject) {
        index.put(subject);
        remembered.changed(tenant, subject.conversation());
    }

    private void rebuild() {
        TenantIndex fresh = new TenantIndex();
        long now = feed.all(tenant, fresh::put);
        lock.writeLock().lock();
        try {
            index = fresh;
            seq = now;
            remembered.forget(tenant);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
