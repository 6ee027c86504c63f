package dev.parlance.index;

import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Committed;
import dev.parlance.journal.Feed;
import dev.parlance.query.Answer;
import dev.parlance.query.Conversations;
import dev.parlance.query.Query;
import dev.parlance.query.Row;
import dev.parlance.query.Shelf;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Answers from memory what the index knows, and by SQL everything else. A tenant's index is built when it is first
/// asked for;
/// until then SQL answers. When memory is full, further tenants stay with SQL.
///
/// Every answer is checked against the journal: rows are taken together with the seq they stand at, or remembered as of
/// the index's and the seq alone is asked for; if the index stands elsewhere it follows and finds again. So an answer
/// never mixes two moments, whoever else writes.
public final class IndexedConversations implements Conversations, AutoCloseable {
    private static final Logger LOG = System.getLogger(IndexedConversations.class.getName());
    private static final int TRIES = 4;
    /// Measured: an indexed conversation with its words takes 430 bytes; real ones have more words than made-up ones.
    private static final long BYTES_EACH = 1_536;

    private final Conversations sql;
    private final Shelf shelf;
    private final Feed feed;
    private final Remembered remembered = new Remembered();
    private final Map<TenantId, Future<Optional<TenantShelf>>> tenants = new ConcurrentHashMap<>();
    private final long room;
    private long taken;
    private final ExecutorService builders = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("index-builder").factory());

    public IndexedConversations(Conversations sql, Shelf shelf, Feed feed) {
        this.sql = sql;
        this.shelf = shelf;
        this.feed = feed;
        this.room = Runtime.getRuntime().maxMemory() / 2 / BYTES_EACH;
    }

    @Override
    public Answer answer(TenantId tenant, Query query) {
        return findIndex(tenant, query)
                .flatMap(index -> findAnswer(tenant, index, query))
                .orElseGet(() -> sql.answer(tenant, query));
    }

    @Override
    public void stream(TenantId tenant, Query query, Consumer<Row> rows) {
        sql.stream(tenant, query, rows);
    }

    /// Follows a commit that this process made, so that the next question finds the index there already.
    public void committed(TenantId tenant, Committed committed) {
        findLoaded(tenant).ifPresent(index -> index.follow(committed));
    }

    /// Builds a tenant's index now, if it is not there, and waits for it.
    public void load(TenantId tenant) {
        try {
            loading(tenant).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        builders.shutdownNow();
    }

    private Optional<TenantShelf> findIndex(TenantId tenant, Query query) {
        return Evaluation.knows(query.filter()) ? findLoaded(tenant) : Optional.empty();
    }

    private Optional<Answer> findAnswer(TenantId tenant, TenantShelf index, Query query) {
        for (int i = 0; i < TRIES; i++) {
            TenantShelf.Found found = index.find(query);
            Shelf.Taken taken = take(tenant, found, query.transcripts());
            if (taken.seq() == found.seq()) {
                if (found.rows().isEmpty()) {
                    index.remember(taken, query.transcripts());
                }
                return Optional.of(new Answer(taken.rows(), found.more(), found.total()));
            }
            index.follow(taken.seq());
        }
        return Optional.empty();
    }

    /// What is remembered needs only to be known to be the newest.
    private Shelf.Taken take(TenantId tenant, TenantShelf.Found found, boolean transcripts) {
        return found.rows()
                .map(rows -> new Shelf.Taken(rows, shelf.seq(tenant)))
                .orElseGet(() -> shelf.take(tenant, found.page(), transcripts));
    }

    private Optional<TenantShelf> findLoaded(TenantId tenant) {
        Future<Optional<TenantShelf>> loading = loading(tenant);
        return switch (loading.state()) {
            case SUCCESS -> {
                Optional<TenantShelf> index = loading.resultNow();
                if (index.isPresent() && index.get().isBroken()) {
                    tenants.remove(tenant, loading);
                    yield Optional.empty();
                }
                yield index;
            }
            case RUNNING -> Optional.empty();
            case FAILED, CANCELLED -> {
                tenants.remove(tenant, loading);
                yield Optional.empty();
            }
        };
    }

    private Future<Optional<TenantShelf>> loading(TenantId tenant) {
        return tenants.computeIfAbsent(tenant, none -> builders.submit(() -> build(tenant)));
    }

    /// Runs on the one builder thread, which alone counts what is taken.
    private Optional<TenantShelf> build(TenantId tenant) {
        try {
            long count = feed.count(tenant);
            if (taken + count > room) {
                LOG.log(
                        Level.WARNING,
                        "No room to index the " + count + " conversations of tenant " + tenant.value()
                                + "; SQL answers. A larger heap (-Xmx) makes room.");
                return Optional.empty();
            }
            taken += count;
            return Optional.of(new TenantShelf(tenant, feed, remembered));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The index of tenant " + tenant.value() + " could not be built; SQL answers.", e);
            throw e;
        }
    }
}
