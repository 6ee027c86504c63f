package dev.parlance.intake;

import dev.parlance.intake.mapping.Mapping;
import dev.parlance.journal.Command;
import dev.parlance.journal.Outcome;
import dev.parlance.problem.Mistake;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Brings files in: one batch is on its way to the store while the next ones are read, mapped and checked. What the
/// store
/// acknowledged is counted and stays, whatever happens afterwards.
public final class Importer {
    private static final int BATCH_RECORDS = 300;
    private static final int BATCH_SIZE = 2 * 1024 * 1024;

    private final Destination store;
    private final Rejections rejections;
    private final Progress progress;
    private final long started = System.nanoTime();
    private final List<Judged.Drafted> batch = new ArrayList<>();
    private long batchSize;
    private Counts counts = Counts.NONE;
    private volatile boolean stopped;
    private volatile @Nullable Pipeline reading;

    public Importer(Destination store, Rejections rejections, Progress progress) {
        this.store = store;
        this.rejections = rejections;
        this.progress = progress;
    }

    /// How an import ended. `opened` counts the files that could be opened; `failure` is what stopped it, when
    /// something
    /// did beside the user.
    public record Ending(
            Counts counts,
            int opened,
            boolean stopped,
            @Nullable RuntimeException failure) {}

    /// Imports the files in order. `-` is standard input.
    public Ending run(List<String> names, @Nullable Mapping mapping, InputStream standardInput) {
        List<SourceFile> files = names.stream().map(SourceFile::new).toList();
        long total = total(files);
        RuntimeException failure = null;
        try (Pipeline pipeline = new Pipeline(files, mapping, standardInput)) {
            reading = pipeline;
            if (stopped) {
                pipeline.stop();
            }
            try {
                drain(pipeline, total);
            } catch (InterruptedException e) {
                stopped = true;
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                failure = e;
            }
            progress.close();
            return new Ending(counts, pipeline.opened(), stopped, failure);
        }
    }

    /// Ends the import after the batch that is under way. May be called by any thread.
    public void stop() {
        stopped = true;
        Pipeline current = reading;
        if (current != null) {
            current.stop();
        }
    }

    private void drain(Pipeline pipeline, long total) throws InterruptedException {
        var judged = pipeline.take();
        while (judged.isPresent() && !stopped) {
            judged.get().forEach(this::add);
            progress.show(new Progress.Moment(counts.read(), pipeline.bytes(), total, System.nanoTime() - started));
            judged = pipeline.take();
        }
        if (!stopped) {
            send();
        }
    }

    private void add(Judged judged) {
        switch (judged) {
            case Judged.Drafted drafted -> {
                if (batch.size() >= BATCH_RECORDS || (!batch.isEmpty() && batchSize + drafted.size() > BATCH_SIZE)) {
                    send();
                }
                batch.add(drafted);
                batchSize += drafted.size();
            }
            case Judged.Refused refused -> {
                counts = counts.plus(new Counts(0, 0, 0, 1));
                for (Mistake mistake : refused.mistakes()) {
                    rejections.add(refused.file(), refused.line(), mistake.field(), mistake.message());
                }
            }
        }
    }

    private void send() {
        if (batch.isEmpty() || stopped) {
            return;
        }
        List<Command.Put> puts =
                batch.stream().map(drafted -> new Command.Put(drafted.draft())).toList();
        List<Outcome> outcomes = store.put(puts);
        if (outcomes.size() != puts.size()) {
            throw new IllegalStateException(puts.size() + " commands had " + outcomes.size() + " outcomes");
        }
        Tally tally = new Tally(store, rejections);
        for (int i = 0; i < outcomes.size(); i++) {
            counts = counts.plus(tally.count(batch.get(i), outcomes.get(i)));
        }
        batch.clear();
        batchSize = 0;
    }

    private static long total(List<SourceFile> files) {
        long total = 0;
        for (SourceFile file : files) {
            OptionalLong size = file.findSize();
            if (size.isEmpty()) {
                return Progress.UNKNOWN;
            }
            total += size.getAsLong();
        }
        return total;
    }
}
