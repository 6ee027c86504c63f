package dev.parlance.index;

import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Committed;
import dev.parlance.journal.Feed;
import dev.parlance.query.Query;
import dev.parlance.query.Row;
import dev.parlance.query.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// One tenant's index and the journal's number it stands at. Whoever asks takes it as it stands and waits for nobody;
/// one at a time takes it further.
final class TenantShelf {
    private final TenantId tenant;
    private final Feed feed;
    private final Remembered remembered;
    private final Indexer indexer = new Indexer();
    /// Held for writing while what is remembered and what stands change together.
    private final ReadWriteLock steps = new ReentrantReadWriteLock();
    private volatile Standing standing;
    private volatile boolean broken;

    /// The index as it stands at one of the journal's numbers.
    private record Standing(TenantIndex index, long seq) {}

    TenantShelf(TenantId tenant, Feed feed, Remembered remembered) {
        this.tenant = tenant;
        this.feed = feed;
        this.remembered = remembered;
        indexer.harvest();
        long seq = feed.all(tenant, indexer::put);
        this.standing = new Standing(indexer.written(), seq);
        remembered.forget(tenant);
    }

    /// What was found and at which seq: the numbers of the page, whether rows follow, and the conversations themselves
    /// if all of them are remembered.
    record Found(List<Long> page, boolean more, OptionalLong total, Optional<List<Row>> rows, long seq) {}

    Found find(Query query) {
        Standing now = standing;
        Search search = Search.of(now.index(), query);
        List<Long> numbers = search.listPage();
        boolean more = numbers.size() > query.page().limit();
        List<Long> page = more ? numbers.subList(0, query.page().limit()) : numbers;
        return new Found(
                page,
                more,
                query.countAll() ? OptionalLong.of(search.total()) : OptionalLong.empty(),
                remembered.findAll(tenant, page, query.transcripts(), now.seq()),
                now.seq());
    }

    /// Keeps what was taken, unless the index has gone on since, or just goes on.
    void remember(Shelf.Taken taken, boolean withTranscripts) {
        Lock still = steps.readLock();
        if (!still.tryLock()) {
            return;
        }
        try {
            if (taken.seq() == standing.seq()) {
                taken.rows().forEach(row -> remembered.shown(tenant, row, withTranscripts, taken.seq()));
            }
        } finally {
            still.unlock();
        }
    }

    long seq() {
        return standing.seq();
    }

    /// Whether a change could not be taken in: then it is of no more use.
    boolean isBroken() {
        return broken;
    }

    /// Follows the journal at least up to `wanted`, by what was read from it.
    synchronized void follow(long wanted) {
        if (seq() < wanted) {
            List<Feed.Subject> changed = new ArrayList<>();
            long now = feed.since(tenant, seq(), changed::add);
            take(changed, now);
        }
    }

    /// Follows a commit: by what it tells, if nothing lies between that and where the index stands, else by reading.
    synchronized void follow(Committed committed) {
        List<Feed.Subject> told = committed
                .told()
                .filter(each -> each.before() == seq())
                .map(Committed.Told::subjects)
                .filter(subjects -> subjects.stream().allMatch(indexer::suffices))
                .orElse(null);
        if (told == null) {
            follow(committed.seq());
        } else {
            take(told, committed.seq());
        }
    }

    private void take(List<Feed.Subject> changed, long seq) {
        TenantIndex index = put(changed);
        steps.writeLock().lock();
        try {
            changed.forEach(subject -> remembered.changed(tenant, subject.conversation(), seq));
            standing = new Standing(index, seq);
        } finally {
            steps.writeLock().unlock();
        }
    }

    private TenantIndex put(List<Feed.Subject> changed) {
        boolean done = false;
        try {
            changed.forEach(indexer::put);
            TenantIndex index = indexer.written();
            done = true;
            return index;
        } finally {
            broken |= !done;
        }
    }
}
