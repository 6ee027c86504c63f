package dev.parlance.index;

import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Feed;
import dev.parlance.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// One tenant's index and the journal's number it stands at. Many read at once; one follows the journal.
final class TenantShelf {
    private final TenantId tenant;
    private final Feed feed;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private TenantIndex index = new TenantIndex();
    private long seq;

    TenantShelf(TenantId tenant, Feed feed) {
        this.tenant = tenant;
        this.feed = feed;
        rebuild();
    }

    /// What was found and at which seq: the numbers of the page and, when there is one, of the row after it.
    record Found(List<Long> numbers, OptionalLong total, long seq) {}

    Found find(Query query) {
        lock.readLock().lock();
        try {
            @Nullable RoaringBitmap matching = new Evaluation(index).matching(query.filter());
            int total = matching == null ? index.size() : matching.getCardinality();
            List<Long> numbers = new Selection(index, query.sort()).page(matching, query.page());
            return new Found(numbers, query.countAll() ? OptionalLong.of(total) : OptionalLong.empty(), seq);
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
            changed.forEach(index::put);
            seq = now;
        } finally {
            lock.writeLock().unlock();
        }
        if (index.isWorn()) {
            rebuild();
        }
    }

    private void rebuild() {
        TenantIndex fresh = new TenantIndex();
        long now = feed.all(tenant, fresh::put);
        lock.writeLock().lock();
        try {
            index = fresh;
            seq = now;
        } finally {
            lock.writeLock().unlock();
        }
    }
}
