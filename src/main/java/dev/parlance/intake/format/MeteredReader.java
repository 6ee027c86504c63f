package dev.parlance.intake.format;

import dev.parlance.intake.record.Json;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Counts the characters since the last record began, and stops at the limit of a record.
final class MeteredReader extends FilterReader {
    private long count;

    MeteredReader(Reader reader) {
        super(reader);
    }

    /// A new record begins; what the parser has read ahead is little.
    long restart() {
        long before = count;
        count = 0;
        return before;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count += Math.max(0, read);
        if (count > Json.LONGEST) {
            throw new RecordTooLong(Json.LONGEST);
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
