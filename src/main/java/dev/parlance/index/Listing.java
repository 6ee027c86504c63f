package dev.parlance.index;

/// The numbers of all values of one kind, in the order in which they were met.
final class Listing {
    private final Longs.Pen values = new Longs.Pen(Longs.EMPTY);
    private int count;

    void add(int value) {
        values.set(count++, value);
    }

    Written written() {
        return new Written(values.written(), count);
    }

    /// The listing as of one moment.
    record Written(Longs values, int count) {}
}
