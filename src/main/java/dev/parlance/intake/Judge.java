package dev.parlance.intake;

import dev.parlance.intake.format.Entry;
import dev.parlance.intake.mapping.Mapping;
import dev.parlance.intake.mapping.MappingFailure;
import dev.parlance.intake.mapping.Place;
import dev.parlance.intake.record.DraftReader;
import dev.parlance.intake.record.DraftReading;
import dev.parlance.intake.record.FlatRecord;
import dev.parlance.journal.Draft;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Maps and reads what is found in one file.
final class Judge {
    private final SourceFile file;
    private final @Nullable Mapping mapping;
    private final DraftReader reader;

    Judge(SourceFile file, @Nullable Mapping mapping) {
        this.file = file;
        this.mapping = mapping;
        this.reader = new DraftReader(file.origin(mapping == null ? null : mapping.name()));
    }

    /// The entries in order; `first` is the position of the first one in the file.
    List<Judged> judge(List<Entry> entries, long first) {
        List<Judged> judged = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            judge(entries.get(i), first + i, judged);
        }
        return judged;
    }

    private void judge(Entry entry, long position, List<Judged> judged) {
        switch (entry) {
            case Entry.Broken broken -> judged.add(refused(broken.line(), broken.reason()));
            case Entry.Value value -> map(value.tree(), value.line(), position, value.size(), judged);
            case Entry.Row row ->
                map(
                        mapping == null ? FlatRecord.nest(row.cells()) : row.cells(),
                        row.line(),
                        position,
                        row.size(),
                        judged);
        }
    }

    private void map(JsonNode input, long line, long position, int size, List<Judged> judged) {
        try {
            List<JsonNode> records = mapping == null
                    ? List.of(input)
                    : mapping.apply(input, new Place(file.folderName(), file.bareName(), line, position));
            records.forEach(record -> judged.add(read(record, line, size / records.size())));
        } catch (MappingFailure e) {
            judged.add(refused(line, e.reason()));
        } catch (RuntimeException | StackOverflowError e) {
            // Our own fault, and still no reason to give up the other records.
            judged.add(refused(line, "cannot be judged: " + e.getClass().getSimpleName()));
        }
    }

    private Judged read(JsonNode record, long line, int size) {
        return switch (reader.read(record)) {
            case DraftReading.Good good -> enclosing(good.draft(), line, size);
            case DraftReading.Bad bad -> new Judged.Refused(file.shown(), line, bad.mistakes());
        };
    }

    private Judged enclosing(Draft draft, long line, int size) {
        Enclosures enclosures = Enclosures.of(draft, file.folder());
        return enclosures.mistakes().isEmpty()
                ? new Judged.Drafted(file.shown(), line, draft, size, enclosures.files())
                : new Judged.Refused(file.shown(), line, enclosures.mistakes());
    }

    private Judged refused(long line, String reason) {
        return Judged.Refused.because(file.shown(), line, "record", reason);
    }
}
