package dev.parlance.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// So many whole numbers that lie near each other, some of them missing: each takes only as many bytes as the widest of
/// them needs above the least. It changes only in the turn in which it was made.
final class Packed {
    static final int SIZE = 256;
    static final long MISSING = Long.MIN_VALUE;
    static final Packed NOTHING = new Packed(new Turn(), 0, 0, new byte[Long.BYTES]);

    private static final int WIDEST = 8;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Turn turn;
    private final long base;
    private final int width;
    private final long mask;
    private final byte[] bytes;

    /// A number is kept as what it is above `base`, and one; nothing is kept as 0. In full width it is kept as it is.
    private Packed(Turn turn, long base, int width, byte[] bytes) {
        this.turn = turn;
        this.base = base;
        this.width = width;
        this.mask = width == 0 ? 0 : -1L >>> (Long.SIZE - Byte.SIZE * width);
        this.bytes = bytes;
    }

    long get(int at) {
        long code = (long) LONGS.get(bytes, at * width) & mask;
        if (width == WIDEST) {
            return code;
        }
        return code == 0 ? MISSING : base + code - 1;
    }

    /// With another number in this place: itself if it was made in this turn, else a copy.
    Packed with(Turn now, int at, long value) {
        if (!holds(value)) {
            return wider(now, at, value);
        }
        Packed own = turn == now ? this : new Packed(now, base, width, bytes.clone());
        own.put(at, value);
        return own;
    }

    long bytes() {
        return bytes.length + 64L;
    }

    private boolean holds(long value) {
        return width == WIDEST || value == MISSING || (value >= base && Long.compareUnsigned(value - base, mask) < 0);
    }

    private void put(int at, long value) {
        long code = width == WIDEST ? value : value == MISSING ? 0 : value - base + 1;
        long around = (long) LONGS.get(bytes, at * width);
        LONGS.set(bytes, at * width, (around & ~mask) | (code & mask));
    }

    private Packed wider(Turn now, int at, long value) {
        long[] values = new long[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = get(i);
        }
        values[at] = value;
        long least = Arrays.stream(values).filter(each -> each != MISSING).min().orElse(0);
        long most = Arrays.stream(values).filter(each -> each != MISSING).max().orElse(0);
        int wide = width(most - least);
        Packed wider = new Packed(now, least, wide, new byte[SIZE * wide + Long.BYTES]);
        for (int i = 0; i < SIZE; i++) {
            wider.put(i, values[i]);
        }
        return wider;
    }

    private static int width(long span) {
        long most = 1L << (Byte.SIZE * (WIDEST - 1));
        if (span < 0 || span >= most - 1) {
            return WIDEST;
        }
        return (Long.SIZE - Long.numberOfLeadingZeros(span + 1) + Byte.SIZE - 1) / Byte.SIZE;
    }
}
