package dev.parlance.index;

/// One number of every document that has it, and these documents in the order of it, ties by the conversation's number.
record Ranking(Longs keys, Longs numbers, Order order) {
    /// How many documents come before the conversation of this number that has this key, were it there.
    int rank(long key, long number) {
        return order.rank(place(keys::get, numbers::get, key, number));
    }

    /// The rank of the first document that has this key or a greater one.
    int from(long key) {
        return rank(key, Long.MIN_VALUE);
    }

    /// The rank of the first document that has a greater key.
    int behind(long key) {
        return rank(key, Long.MAX_VALUE);
    }

    long key(int document) {
        return keys.get(document);
    }

    /// A number of a document.
    @FunctionalInterface
    interface Column {
        long get(int document);
    }

    static Order.Place place(Column keys, Column numbers, long key, long number) {
        return member -> {
            int byKey = Long.compare(key, keys.get(member));
            return byKey != 0 ? byKey : Long.compare(number, numbers.get(member));
        };
    }
}
