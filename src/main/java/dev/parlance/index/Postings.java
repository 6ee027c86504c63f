package dev.parlance.index;

import java.util.function.IntFunction;

/// The documents by value, as of one moment: the values are those of the dictionary's first `known`.
///
/// @param places for each value, by its number, its only document; or nothing; or, below 0, which of the boxes it has
record Postings(Dictionary dictionary, int known, Longs places, Boxes boxes) {
    static Postings none(Dictionary dictionary) {
        return new Postings(dictionary, 0, Longs.EMPTY, Boxes.EMPTY);
    }

    /// The number of a value, -1 when no document ever had it.
    int find(Spelling value) {
        return dictionary.find(value.bytes(), 0, value.bytes().length, known);
    }

    /// The documents of the value of this number, of nobody when it is -1.
    Posting of(int number) {
        return number < 0 ? Posting.NONE : of(places.get(number), boxes::get);
    }

    Posting of(Spelling value) {
        return of(find(value));
    }

    /// What is kept at a place: nothing, the only document, or in a box.
    static Posting of(long place, IntFunction<Posting> boxes) {
        if (place == Longs.MISSING) {
            return Posting.NONE;
        }
        return place >= 0 ? new Few((int) place) : boxes.apply((int) ~place);
    }
}
