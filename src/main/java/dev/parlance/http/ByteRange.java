package dev.parlance.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a header `Range` asks for of a number of bytes.
sealed interface ByteRange {
    Pattern SINGLE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /// Everything: no range, several ones, or one that cannot be read.
    record Whole() implements ByteRange {}

    /// From `first` to `last`, both included.
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    /// Nothing of the range is there.
    record Nothing() implements ByteRange {}

    static ByteRange of(String header, long size) {
        Matcher single = SINGLE.matcher(header.toLowerCase(Locale.ROOT));
        if (!single.matches()) {
            return new Whole();
        }
        String first = single.group(1);
        String last = single.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : lastOf(Long.parseLong(last), size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        if (to < from) {
            return new Whole();
        }
        return from >= size ? new Nothing() : new Part(from, Math.min(to, size - 1));
    }

    private static ByteRange lastOf(long count, long size) {
        return count == 0 || size == 0 ? new Nothing() : new Part(Math.max(0, size - count), size - 1);
    }
}
