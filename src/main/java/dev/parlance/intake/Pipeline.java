package dev.parlance.intake;

import dev.parlance.intake.format.Entries;
import dev.parlance.intake.format.Entry;
import dev.parlance.intake.mapping.Mapping;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Reads files on a thread of its own and judges their entries on a few more, in order, only so far ahead of whoever
/// takes them as a short queue allows.
final class Pipeline implements AutoCloseable {
    private static final int CHUNK_ENTRIES = 64;
    private static final int CHUNK_SIZE = 512 * 1024;

    private final List<SourceFile> files;
    private final @Nullable Mapping mapping;
    private final InputStream standardInput;
    private final ExecutorService judges;
    private final BlockingQueue<Optional<Future<List<Judged>>>> ahead;
    private final Thread reader = new Thread(null, this::readAll, "intake-reader", 16 << 20);
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger opened = new AtomicInteger();
    private volatile boolean stopping;

    Pipeline(List<SourceFile> files, @Nullable Mapping mapping, InputStream standardInput) {
        this.files = files;
        this.mapping = mapping;
        this.standardInput = standardInput;
        int workers = Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 8);
        this.judges = Executors.newFixedThreadPool(workers, Pipeline::judgeThread);
        this.ahead = new ArrayBlockingQueue<>(workers + 2);
        reader.setDaemon(true);
        reader.start();
    }

    /// With room for deep trees.
    private static Thread judgeThread(Runnable task) {
        Thread thread = new Thread(null, task, "intake-judge", 16 << 20);
        thread.setDaemon(true);
        return thread;
    }

    /// The next records, empty at the end or once it was stopped.
    Optional<List<Judged>> take() throws InterruptedException {
        Optional<Future<List<Judged>>> next = null;
        while (next == null && !stopping) {
            next = ahead.poll(50, TimeUnit.MILLISECONDS);
        }
        if (stopping || next == null || next.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(next.get().get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a record could not be judged", e.getCause());
        }
    }

    long bytes() {
        return bytes.get();
    }

    /// How many files could be opened.
    int opened() {
        return opened.get();
    }

    void stop() {
        stopping = true;
    }

    private void readAll() {
        try {
            for (SourceFile file : files) {
                if (!stopping) {
                    read(file);
                }
            }
            ahead.put(Optional.empty());
        } catch (InterruptedException e) {
            stopping = true;
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void read(SourceFile file) throws InterruptedException {
        Judge judge = new Judge(file, mapping);
        try (Entries entries = file.open(standardInput, bytes)) {
            opened.incrementAndGet();
            read(entries, judge);
        } catch (IOException e) {
            Judged refused = Judged.Refused.because(file.shown(), 0, "file", "cannot be read: " + reason(e));
            ahead.put(Optional.of(CompletableFuture.completedFuture(List.of(refused))));
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case FileNotFoundException missing -> "there is no such file, or it may not be read";
            case EOFException end -> "the compressed data ends early";
            case ZipException damaged -> "the compressed data is damaged";
            default -> "the system refuses it";
        };
    }

    private void read(Entries entries, Judge judge) throws InterruptedException {
        long position = 1;
        List<Entry> chunk = new ArrayList<>();
        long size = 0;
        for (Entry entry = entries.next(); entry != null && !stopping; entry = entries.next()) {
            chunk.add(entry);
            size += size(entry);
            if (chunk.size() >= CHUNK_ENTRIES || size >= CHUNK_SIZE) {
                submit(judge, chunk, position);
                position += chunk.size();
                chunk = new ArrayList<>();
                size = 0;
            }
        }
        if (!chunk.isEmpty()) {
            submit(judge, chunk, position);
        }
    }

    private void submit(Judge judge, List<Entry> chunk, long position) throws InterruptedException {
        ahead.put(Optional.of(judges.submit(() -> judge.judge(chunk, position))));
    }

    private static int size(Entry entry) {
        return switch (entry) {
            case Entry.Value value -> value.size();
            case Entry.Row row -> row.size();
            case Entry.Broken broken -> 0;
        };
    }

    private void fail(Throwable failure) {
        try {
            ahead.put(Optional.of(CompletableFuture.failedFuture(failure)));
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    @Override
    public void close() {
        stopping = true;
        reader.interrupt();
        judges.shutdownNow();
    }
}
