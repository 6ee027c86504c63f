package dev.parlance.intake.format;

import dev.parlance.intake.record.Json;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// NDJSON: one value a line. A bad line does not spoil the next one.
final class LineEntries implements Entries {
    private final Reader reader;
    private final int longest;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;
    private long line;
    private boolean over;

    LineEntries(Reader reader) {
        this(reader, Json.LONGEST);
    }

    LineEntries(Reader reader, int longest) {
        this.reader = reader;
        this.longest = longest;
    }

    @Override
    public @Nullable Entry next() {
        while (!over) {
            line++;
            try {
                String text = readLine();
                if (text != null && !text.isBlank()) {
                    return entry(text);
                }
            } catch (RecordTooLong e) {
                return new Entry.Broken(line, e.reason());
            } catch (IOException e) {
                over = true;
                return new Entry.Broken(line, Syntax.reason(e));
            }
        }
        return null;
    }

    private Entry entry(String text) {
        try {
            JsonNode tree = Json.WHOLE.readTree(text);
            return new Entry.Value(line, tree, text.length());
        } catch (JacksonException e) {
            return new Entry.Broken(line, Syntax.reason(e));
        } catch (NumberFormatException e) {
            return new Entry.Broken(line, Syntax.BOUNDLESS);
        }
    }

    /// The next line without its end; null when nothing is left.
    private @Nullable String readLine() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        while (fill()) {
            int stop = lineEnd();
            tooLong |= text.length() + (stop - at) > longest;
            if (!tooLong) {
                text.append(buffer, at, stop - at);
            }
            boolean complete = stop < end;
            at = complete ? stop + 1 : stop;
            if (complete) {
                return checked(text, tooLong);
            }
        }
        over = true;
        return text.isEmpty() && !tooLong ? null : checked(text, tooLong);
    }

    private String checked(StringBuilder text, boolean tooLong) throws RecordTooLong {
        if (tooLong) {
            throw new RecordTooLong(longest);
        }
        return text.toString();
    }

    private boolean fill() throws IOException {
        while (at == end) {
            at = 0;
            end = Math.max(0, reader.read(buffer, 0, buffer.length));
            if (end == 0) {
                return false;
            }
        }
        return true;
    }

    private int lineEnd() {
        int stop = at;
        while (stop < end && buffer[stop] != '\n') {
            stop++;
        }
        return stop;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
