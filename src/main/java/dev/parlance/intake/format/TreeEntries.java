package dev.parlance.intake.format;

import dev.parlance.intake.record.Json;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;

/// JSON that runs over lines: the elements of one array, or values that follow one another. After a syntax error
/// nothing
/// further can be found, so the rest is one broken entry.
final class TreeEntries implements Entries {
    private final MeteredReader reader;
    private final JsonParser parser;
    private boolean inArray;
    private boolean over;

    TreeEntries(Reader reader, boolean array) {
        this.reader = new MeteredReader(reader);
        this.parser = Json.STREAM.createParser(this.reader);
        this.inArray = array;
    }

    @Override
    public @Nullable Entry next() {
        if (over) {
            return null;
        }
        try {
            return read();
        } catch (DatabindException e) {
            return skipped(Syntax.reason(e));
        } catch (NumberFormatException e) {
            return skipped(Syntax.BOUNDLESS);
        } catch (JacksonException e) {
            return last(e);
        } catch (StackOverflowError e) {
            over = true;
            return new Entry.Broken(line(), "JSON nested too deeply");
        }
    }

    private @Nullable Entry read() {
        reader.restart();
        JsonToken token = parser.nextToken();
        if (inArray
                && token == JsonToken.START_ARRAY
                && parser.streamReadContext().getNestingDepth() == 1) {
            token = parser.nextToken();
        }
        if (inArray && token == JsonToken.END_ARRAY) {
            inArray = false;
            token = parser.nextToken();
        }
        if (token == null) {
            over = true;
            return null;
        }
        long line = line();
        JsonNode tree = parser.readValueAsTree();
        return new Entry.Value(line, tree, (int) reader.restart());
    }

    /// A member given twice, or such: the parser stands inside the element and goes to its end.
    private Entry skipped(String reason) {
        Entry broken = new Entry.Broken(line(), reason);
        try {
            int depth = inArray ? 1 : 0;
            while (parser.streamReadContext().getNestingDepth() > depth && parser.nextToken() != null) {
                reader.restart();
            }
        } catch (JacksonException damaged) {
            over = true;
        }
        return broken;
    }

    private Entry last(JacksonException e) {
        over = true;
        return new Entry.Broken(line(), Syntax.reason(e) + "; nothing after it was read");
    }

    private long line() {
        return Math.max(1, parser.currentLocation().getLineNr());
    }

    @Override
    public void close() throws IOException {
        parser.close();
        reader.close();
    }
}
