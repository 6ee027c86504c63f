package dev.parlance.index;

import java.util.Arrays;

/// What each document has, as the rising numbers of its values: needed to tell what a change takes away. Packed
/// closely,
/// some documents together. Only the writer looks at it.
final class Profiles {
    private static final int TOGETHER = 32;
    private static final byte[] NOTHING = new byte[TOGETHER];
    private static final int SEVEN_BITS = 0x7f;

    private byte[][] groups = new byte[16][];
    private int limit;
    private long bytes;
    private byte[] draft = new byte[1 << 10];

    /// The numbers of the document's values.
    int[] of(int document) {
        int group = document / TOGETHER;
        if (group >= limit) {
            return Posting.NOBODY;
        }
        Reader reader = new Reader(groups[group]);
        for (int i = document % TOGETHER; i > 0; i--) {
            reader.skip();
        }
        return reader.numbers();
    }

    void set(int document, int[] numbers) {
        int group = document / TOGETHER;
        reach(group);
        byte[] before = groups[group];
        Reader reader = new Reader(before);
        for (int i = document % TOGETHER; i > 0; i--) {
            reader.skip();
        }
        int from = reader.at;
        reader.skip();
        int to = reader.at;
        int length = write(numbers);
        byte[] after = Arrays.copyOf(before, before.length - (to - from) + length);
        System.arraycopy(draft, 0, after, from, length);
        System.arraycopy(before, to, after, from + length, before.length - to);
        groups[group] = after;
        bytes += after.length - before.length;
    }

    /// About how much memory it takes.
    long bytes() {
        return bytes + 4L * groups.length;
    }

    private void reach(int group) {
        if (group >= groups.length) {
            groups = Arrays.copyOf(groups, Math.max(group + 1, groups.length * 2));
        }
        for (; limit <= group; limit++) {
            groups[limit] = NOTHING;
            bytes += TOGETHER + 16;
        }
    }

    /// A list's count, then each number as what it is above the one before, and its length in `draft`.
    private int write(int[] numbers) {
        if (draft.length < 5 * (numbers.length + 1)) {
            draft = new byte[10 * numbers.length];
        }
        int at = write(numbers.length, 0);
        int former = 0;
        for (int number : numbers) {
            at = write(number - former, at);
            former = number;
        }
        return at;
    }

    private int write(int number, int from) {
        int at = from;
        int left = number;
        while (left > SEVEN_BITS) {
            draft[at++] = (byte) ((left & SEVEN_BITS) | (SEVEN_BITS + 1));
            left >>>= 7;
        }
        draft[at++] = (byte) left;
        return at;
    }

    private static final class Reader {
        private final byte[] group;
        private int at;

        Reader(byte[] group) {
            this.group = group;
        }

        int next() {
            int number = 0;
            for (int shift = 0; ; shift += 7) {
                byte each = group[at++];
                number |= (each & SEVEN_BITS) << shift;
                if (each >= 0) {
                    return number;
                }
            }
        }

        void skip() {
            for (int left = next(); left > 0; left--) {
                next();
            }
        }

        int[] numbers() {
            int[] numbers = new int[next()];
            int number = 0;
            for (int i = 0; i < numbers.length; i++) {
                number += next();
                numbers[i] = number;
            }
            return numbers;
        }
    }
}
