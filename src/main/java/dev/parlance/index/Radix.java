package dev.parlance.index;

/// Sorts in time that grows with the count alone.
final class Radix {
    private static final int DIGITS = 1 << Byte.SIZE;

    private Radix() {}

    /// The members by their keys, rising; those of equal keys stay as they follow each other. Both arrays are used up.
    static int[] sorted(int[] members, long[] keys) {
        int[] from = members;
        long[] fromKeys = keys;
        int[] to = new int[members.length];
        long[] toKeys = new long[keys.length];
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            int[] places = places(fromKeys, shift);
            if (places.length == 0) {
                continue;
            }
            for (int i = 0; i < from.length; i++) {
                int place = places[digit(fromKeys[i], shift)]++;
                to[place] = from[i];
                toKeys[place] = fromKeys[i];
            }
            int[] members2 = from;
            from = to;
            to = members2;
            long[] keys2 = fromKeys;
            fromKeys = toKeys;
            toKeys = keys2;
        }
        return from;
    }

    /// Where the keys of each digit begin; empty when all have the same.
    private static int[] places(long[] keys, int shift) {
        int[] places = new int[DIGITS];
        for (long key : keys) {
            places[digit(key, shift)]++;
        }
        int sum = 0;
        for (int i = 0; i < DIGITS; i++) {
            int count = places[i];
            if (count == keys.length) {
                return new int[0];
            }
            places[i] = sum;
            sum += count;
        }
        return places;
    }

    private static int digit(long key, int shift) {
        return (int) ((key ^ Long.MIN_VALUE) >>> shift) & (DIGITS - 1);
    }
}
