package dev.parlance.index;

import java.util.Arrays;

/// The bytes of numbered values, one behind the other in large chunks, each led by its length. Those that are there
/// never change, so that they can be read while others are added.
final class Spellings {
    private static final int CHUNK = 1 << 16;
    private static final int FIRST_CHUNK = 1 << 10;
    private static final int PAGE = 1_024;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MOST_CHUNKS = 1 << 16;

    private volatile byte[][] chunks = {new byte[FIRST_CHUNK]};
    /// Where each begins: the chunk in the upper half, the place in it in the lower.
    private volatile int[][] starts = {};
    private int filling;
    private int filled;
    private long bytes = FIRST_CHUNK;

    /// Adds the value of this number, which is the next one.
    void add(int number, byte[] value, int from, int to) {
        int length = to - from;
        int lead = Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 6) / 7);
        int start = room(lead + length);
        byte[] chunk = chunks[start >>> 16];
        int at = start & 0xffff;
        for (int i = 0; i < lead; i++) {
            int more = i < lead - 1 ? SEVEN_BITS + 1 : 0;
            chunk[at++] = (byte) (((length >>> (7 * i)) & SEVEN_BITS) | more);
        }
        System.arraycopy(value, from, chunk, at, length);
        keep(number, start);
    }

    long bytes() {
        return bytes;
    }

    boolean is(int number, byte[] value, int from, int to) {
        byte[] chunk = chunk(number);
        long span = span(number);
        return Arrays.equals(chunk, from(span), to(span), value, from, to);
    }

    /// The order of the bytes.
    int compare(byte[] value, int number) {
        long span = span(number);
        return Arrays.compareUnsigned(value, 0, value.length, chunk(number), from(span), to(span));
    }

    boolean beginsWith(int number, byte[] start) {
        long span = span(number);
        int to = Math.min(to(span), from(span) + start.length);
        return Arrays.equals(chunk(number), from(span), to, start, 0, start.length);
    }

    /// Whether the part is anywhere in the value behind its first `skipped` bytes.
    boolean contains(int number, int skipped, byte[] part) {
        byte[] chunk = chunk(number);
        long span = span(number);
        int last = to(span) - part.length;
        if (part.length == 0) {
            return from(span) + skipped <= to(span);
        }
        for (int at = from(span) + skipped; at <= last; at++) {
            if (chunk[at] == part[0] && Arrays.equals(chunk, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    /// The first eight bytes, in whose order values stand if they differ in them.
    long beginning(int number) {
        byte[] chunk = chunk(number);
        long span = span(number);
        long beginning = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            int at = from(span) + i;
            beginning = (beginning << Byte.SIZE) | (at < to(span) ? (chunk[at] & 0xff) : 0);
        }
        return beginning ^ Long.MIN_VALUE;
    }

    byte first(int number) {
        return chunk(number)[from(span(number))];
    }

    byte[] copy(int number) {
        long span = span(number);
        return Arrays.copyOfRange(chunk(number), from(span), to(span));
    }

    int hash(int number) {
        long span = span(number);
        return Dictionary.hash(chunk(number), from(span), to(span));
    }

    private byte[] chunk(int number) {
        return chunks[starts[number / PAGE][number % PAGE] >>> 16];
    }

    /// Where the value's bytes begin and end in its chunk.
    private long span(int number) {
        int start = starts[number / PAGE][number % PAGE];
        byte[] chunk = chunks[start >>> 16];
        int at = start & 0xffff;
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            byte each = chunk[at++];
            length |= (each & SEVEN_BITS) << shift;
            if (each >= 0) {
                return ((long) at << Integer.SIZE) | (at + length);
            }
        }
    }

    private static int from(long span) {
        return (int) (span >>> Integer.SIZE);
    }

    private static int to(long span) {
        return (int) span;
    }

    private void keep(int number, int start) {
        int page = number / PAGE;
        if (page == starts.length) {
            int[][] more = Arrays.copyOf(starts, page + 1);
            more[page] = new int[PAGE];
            starts = more;
            bytes += Integer.BYTES * (long) PAGE;
        }
        starts[page][number % PAGE] = start;
    }

    /// Where so many bytes have room; long values get a chunk of their own.
    private int room(int size) {
        if (size > CHUNK / 4) {
            return newChunk(size) << 16;
        }
        if (filled + size > chunks[filling].length) {
            filling = newChunk(Math.max(size, Math.min(CHUNK, chunks[filling].length * 4)));
            filled = 0;
        }
        int start = (filling << 16) | filled;
        filled += size;
        return start;
    }

    private int newChunk(int size) {
        int next = chunks.length;
        if (next == MOST_CHUNKS) {
            throw new IllegalStateException("too many values for one index");
        }
        byte[][] more = Arrays.copyOf(chunks, next + 1);
        more[next] = new byte[size];
        chunks = more;
        bytes += size;
        return next;
    }
}
