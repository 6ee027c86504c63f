package dev.parlance.intake;

import dev.parlance.journal.Outcome;
import java.io.UncheckedIOException;

/// Counts what became of records, and brings the files of those that were taken.
record Tally(Destination store, Rejections rejections) {

    Counts count(Judged.Drafted drafted, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Created created -> kept(drafted, created.number(), new Counts(1, 0, 0, 0));
            case Outcome.Updated updated -> kept(drafted, updated.number(), new Counts(0, 1, 0, 0));
            case Outcome.Unchanged unchanged -> kept(drafted, unchanged.number(), new Counts(0, 0, 1, 0));
            case Outcome.Rejected rejected -> {
                rejections.add(drafted.file(), drafted.line(), rejected.member(), rejected.reason());
                yield new Counts(0, 0, 0, 1);
            }
            case Outcome.Live live -> throw new IllegalStateException("a draft had the outcome of a deed");
        };
    }

    /// A record whose file cannot be kept counts as rejected, although the rest of it is stored: to import it again
    /// mends
    /// it. One that is as it was but for the bytes of a file counts as updated.
    private Counts kept(Judged.Drafted drafted, long number, Counts otherwise) {
        boolean whole = true;
        boolean changed = false;
        for (Enclosed file : drafted.enclosed()) {
            try {
                changed |= store.keep(number, file);
            } catch (UncheckedIOException e) {
                whole = false;
                rejections.add(
                        drafted.file(), drafted.line(), file.member(), "the file cannot be read, or changed meanwhile");
            }
        }
        if (!whole) {
            return new Counts(0, 0, 0, 1);
        }
        return changed && otherwise.unchanged() > 0 ? new Counts(0, 1, 0, 0) : otherwise;
    }
}
