package dev.parlance.query;

/// An order: by a moment, ties by the conversation's number in the same direction.
public record Sort(InstantField field, boolean descending) {
    public static Sort newestFirst(InstantField field) {
        return new Sort(field, true);
    }

    public static Sort oldestFirst(InstantField field) {
        return new Sort(field, false);
    }
}
