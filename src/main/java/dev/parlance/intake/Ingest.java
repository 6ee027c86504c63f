package dev.parlance.intake;

import dev.parlance.intake.format.Entries;
import dev.parlance.intake.format.Entry;
import dev.parlance.intake.format.Formats;
import dev.parlance.intake.record.DraftReader;
import dev.parlance.intake.record.DraftReading;
import dev.parlance.intake.record.Origin;
import dev.parlance.journal.Draft;
import dev.parlance.journal.Outcome;
import dev.parlance.problem.Mistake;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Takes import records from a stream, one a line, and tells of each line what became of it, in their order. No more is
/// read than is stored, so whoever sends is held back by the store.
public final class Ingest {
    private static final int BATCH_RECORDS = 300;
    private static final int BATCH_SIZE = 2 * 1024 * 1024;
    private static final int LONGEST_LINE = 8 * 1024 * 1024;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final DraftReader reader;
    private final Function<List<Draft>, List<Outcome>> store;
    private final Consumer<List<Result>> results;
    private final List<Line> batch = new ArrayList<>();
    private long size;
    private long since;
    private Counts counts = Counts.NONE;

    /// What became of a line: its word, and the conversation's number or why it was rejected.
    public record Result(
            long line, String outcome, @Nullable Long number, List<Mistake> mistakes) {
        public Result {
            mistakes = List.copyOf(mistakes);
        }
    }

    /// A line that was read: a draft, or what is wrong with it.
    private record Line(long line, @Nullable Draft draft, List<Mistake> mistakes) {}

    /// @param source the source of records that name none
    /// @param store puts drafts, the outcomes in their order
    /// @param results takes what became of some lines, each time that something is stored
    public Ingest(String source, Function<List<Draft>, List<Outcome>> store, Consumer<List<Result>> results) {
        this.reader = new DraftReader(new Origin(source, null));
        this.store = store;
        this.results = results;
    }

    /// What is stored by now.
    public Counts counts() {
        return counts;
    }

    /// Takes all of the stream.
    public Counts run(InputStream stream) throws IOException {
        try (Entries entries = Formats.lines(stream, LONGEST_LINE)) {
            for (Entry entry = entries.next(); entry != null; entry = entries.next()) {
                add(entry);
                boolean late = System.nanoTime() - since > LONGEST_WAIT.toNanos();
                if (batch.size() >= BATCH_RECORDS || size >= BATCH_SIZE || late) {
                    send();
                }
            }
        }
        send();
        return counts;
    }

    private void add(Entry entry) {
        if (batch.isEmpty()) {
            since = System.nanoTime();
        }
        batch.add(
                switch (entry) {
                    case Entry.Value value -> read(value);
                    case Entry.Broken broken -> broken(broken.line(), broken.reason());
                    case Entry.Row row -> broken(row.line(), "not JSON");
                });
    }

    private Line read(Entry.Value value) {
        size += value.size();
        return switch (reader.read(value.tree())) {
            case DraftReading.Good good -> new Line(value.line(), good.draft(), List.of());
            case DraftReading.Bad bad -> new Line(value.line(), null, bad.mistakes());
        };
    }

    private static Line broken(long line, String reason) {
        return new Line(line, null, List.of(new Mistake(Mistake.Place.BODY, "record", "record", reason)));
    }

    private void send() {
        List<Draft> drafts = new ArrayList<>();
        for (Line line : batch) {
            if (line.draft() != null) {
                drafts.add(line.draft());
            }
        }
        List<Outcome> outcomes = drafts.isEmpty() ? List.of() : store.apply(drafts);
        List<Result> all = new ArrayList<>();
        int stored = 0;
        for (Line line : batch) {
            all.add(line.draft() == null ? rejected(line, line.mistakes()) : result(line, outcomes.get(stored++)));
        }
        batch.clear();
        size = 0;
        results.accept(all);
    }

    private Result result(Line line, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Created created -> taken(line, "created", created.number(), new Counts(1, 0, 0, 0));
            case Outcome.Updated updated -> taken(line, "updated", updated.number(), new Counts(0, 1, 0, 0));
            case Outcome.Unchanged same -> taken(line, "unchanged", same.number(), new Counts(0, 0, 1, 0));
            case Outcome.Rejected rejected ->
                rejected(
                        line,
                        List.of(new Mistake(Mistake.Place.BODY, rejected.member(), "conflict", rejected.reason())));
            case Outcome.Live live -> throw new IllegalStateException("a draft had the outcome of a deed");
        };
    }

    private Result taken(Line line, String word, long number, Counts one) {
        counts = counts.plus(one);
        return new Result(line.line(), word, number, List.of());
    }

    private Result rejected(Line line, List<Mistake> mistakes) {
        counts = counts.plus(new Counts(0, 0, 0, 1));
        return new Result(line.line(), "rejected", null, mistakes);
    }
}
