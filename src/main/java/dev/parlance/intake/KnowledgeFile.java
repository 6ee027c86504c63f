package dev.parlance.intake;

import dev.parlance.conversation.KnowledgeItem;
import dev.parlance.intake.format.Entries;
import dev.parlance.intake.format.Entry;
import dev.parlance.intake.record.KnowledgeReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// A file of knowledge, in any of the forms that an import reads.
public final class KnowledgeFile implements Closeable {
    private final String name;
    private final Entries entries;

    private KnowledgeFile(String name, Entries entries) {
        this.name = name;
        this.entries = entries;
    }

    /// Opens a file, or standard input for `-`.
    ///
    /// @throws IOException when nothing of it can be read
    public static KnowledgeFile open(String name, InputStream standardInput) throws IOException {
        SourceFile file = new SourceFile(name);
        return new KnowledgeFile(file.shown(), file.open(standardInput, new AtomicLong()));
    }

    /// Gives every item, and for what is none a line such as `FILE:LINE: MEMBER: REASON`.
    public void read(Consumer<KnowledgeItem> items, Consumer<String> rejections) {
        KnowledgeReader reader = new KnowledgeReader(Clock.systemUTC());
        for (Entry entry = entries.next(); entry != null; entry = entries.next()) {
            switch (entry) {
                case Entry.Value value -> read(reader, value.line(), value.tree(), items, rejections);
                case Entry.Row row -> read(reader, row.line(), row.cells(), items, rejections);
                case Entry.Broken broken -> rejections.accept(place(broken.line()) + "record: " + broken.reason());
            }
        }
    }

    private void read(
            KnowledgeReader reader,
            long line,
            JsonNode tree,
            Consumer<KnowledgeItem> items,
            Consumer<String> rejections) {
        StringBuilder mistakes = new StringBuilder();
        reader.read(
                        tree,
                        mistake -> mistakes.append(mistakes.isEmpty() ? "" : "; ")
                                .append(mistake.field())
                                .append(": ")
                                .append(mistake.message()))
                .ifPresent(items);
        if (!mistakes.isEmpty()) {
            rejections.accept(place(line) + mistakes);
        }
    }

    private String place(long line) {
        return name + ":" + line + ": ";
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
