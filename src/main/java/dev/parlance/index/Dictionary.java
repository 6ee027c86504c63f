package dev.parlance.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Values and their numbers, dense from 0. Values are only ever added.
///
/// One adds while others look up, without a lock: they name the count up to which they know, and pass over what was
/// added later. The table is cut into small parts that grow one at a time, so that no addition takes long.
final class Dictionary {
    private static final int SMALLEST = 64;
    private static final int LARGEST = 4_096;
    private static final long MIX = 0x9e3779b97f4a7c15L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Spellings spellings = new Spellings();
    private volatile AtomicReferenceArray<Part> parts = new AtomicReferenceArray<>(1);
    private int count;
    private long slots = SMALLEST;

    Dictionary() {
        parts.set(0, new Part(0, SMALLEST));
    }

    /// The values whose hashes begin with the same `depth` bits; a slot holds a value's number and one.
    private static final class Part {
        final int depth;
        final int[] slots;
        int used;

        Part(int depth, int size) {
            this.depth = depth;
            this.slots = new int[size];
        }

        void put(int hash, int number) {
            int at = hash & (slots.length - 1);
            while (slots[at] != 0) {
                at = (at + 1) & (slots.length - 1);
            }
            slots[at] = number + 1;
            used++;
        }

        boolean isFull() {
            return used * 4 > slots.length * 3;
        }
    }

    /// How many there are. For the one who adds.
    int count() {
        return count;
    }

    /// About how much memory it takes.
    long bytes() {
        return spellings.bytes() + 4 * slots;
    }

    /// The number of a value, -1 when it is none of the first `known`.
    int find(byte[] value, int from, int to, int known) {
        int hash = hash(value, from, to);
        AtomicReferenceArray<Part> all = parts;
        int[] table = all.get(part(hash, all.length())).slots;
        int at = hash & (table.length - 1);
        for (int number = table[at] - 1; number >= 0; number = table[at] - 1) {
            if (number < known && spellings.is(number, value, from, to)) {
                return number;
            }
            at = (at + 1) & (table.length - 1);
        }
        return -1;
    }

    /// The number of a value, which is added if it is new.
    int add(byte[] value, int from, int to) {
        int known = find(value, from, to, count);
        if (known >= 0) {
            return known;
        }
        int hash = hash(value, from, to);
        Part part = parts.get(part(hash, parts.length()));
        if (part.isFull()) {
            grow(part, hash);
            return add(value, from, to);
        }
        spellings.add(count, value, from, to);
        part.put(hash, count);
        return count++;
    }

    Spellings spellings() {
        return spellings;
    }

    private void grow(Part part, int hash) {
        if (part.slots.length < LARGEST) {
            Part larger = new Part(part.depth, part.slots.length * 2);
            refill(part, larger, larger);
            replace(part, hash, larger, larger);
            slots += part.slots.length;
        } else {
            if (1 << part.depth == parts.length()) {
                doubleParts();
            }
            Part lower = new Part(part.depth + 1, LARGEST);
            Part upper = new Part(part.depth + 1, LARGEST);
            refill(part, lower, upper);
            replace(part, hash, lower, upper);
            slots += LARGEST;
        }
    }

    private void refill(Part part, Part lower, Part upper) {
        int bit = Integer.SIZE - lower.depth;
        for (int slot : part.slots) {
            if (slot != 0) {
                int hash = spellings.hash(slot - 1);
                boolean up = lower.depth > 0 && ((hash >>> bit) & 1) != 0;
                (up ? upper : lower).put(hash, slot - 1);
            }
        }
    }

    /// Puts the two in the places of the one.
    private void replace(Part part, int hash, Part lower, Part upper) {
        int places = parts.length() >> part.depth;
        int first = part(hash, parts.length()) / places * places;
        for (int i = 0; i < places; i++) {
            parts.set(first + i, i < places / 2 ? lower : upper);
        }
    }

    private void doubleParts() {
        AtomicReferenceArray<Part> doubled = new AtomicReferenceArray<>(parts.length() * 2);
        for (int i = 0; i < doubled.length(); i++) {
            doubled.set(i, parts.get(i / 2));
        }
        parts = doubled;
    }

    private static int part(int hash, int length) {
        return (int) (((hash & 0xffff_ffffL) * length) >>> Integer.SIZE);
    }

    static int hash(byte[] value, int from, int to) {
        long hash = (long) to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(value, at));
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = (rest << Byte.SIZE) | (value[at] & 0xff);
        }
        hash = mixed(hash ^ rest);
        return (int) (hash >>> Integer.SIZE);
    }

    private static long mixed(long hash) {
        long mixed = hash * MIX;
        return (mixed ^ (mixed >>> 29)) * MIX;
    }
}
