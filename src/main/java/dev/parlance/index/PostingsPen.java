package dev.parlance.index;

import org.jspecify.annotations.Nullable;

/// The one who changes postings. Changes are gathered, and each posting is made anew once for all of them.
final class PostingsPen {
    private final Dictionary dictionary = new Dictionary();
    private final Longs.Pen places = new Longs.Pen(Longs.EMPTY);
    private final Boxes.Pen boxes = new Boxes.Pen(Boxes.EMPTY);
    private final IntStack freeBoxes = new IntStack();
    private final Pairs added = new Pairs();
    private final Pairs removed = new Pairs();
    private @Nullable Harvest harvest;
    private int boxCount;
    private int inUse;
    private long boxBytes;

    /// From now until the next [#written], documents come in rising order, and none are taken away.
    void harvest() {
        harvest = new Harvest();
    }

    Dictionary dictionary() {
        return dictionary;
    }

    /// The number of a value, a new one if need be.
    int number(Spelling value) {
        return dictionary.add(value.bytes(), 0, value.bytes().length);
    }

    /// Whether the document had the value when all was last written.
    boolean holds(int number, int document) {
        long place = places.get(number);
        return place >= 0
                ? place == document
                : place != Longs.MISSING && boxes.get((int) ~place).holds(document);
    }

    /// The documents of a value as last written.
    Posting of(int number) {
        return Postings.of(places.get(number), boxes::get);
    }

    void add(int number, int document) {
        if (harvest == null) {
            added.add(number, document);
        } else {
            harvest.add(number, document);
        }
    }

    void remove(int number, int document) {
        removed.add(number, document);
    }

    /// Makes the changes, and gives what can be read from now on.
    Postings written() {
        if (harvest != null) {
            harvest.giveOut((posting, number) -> put(number, posting));
            harvest = null;
        }
        added.sort();
        removed.sort();
        for (int number = next(); number < Integer.MAX_VALUE; number = next()) {
            put(number, of(number).changed(added.take(number), removed.take(number)));
        }
        added.clear();
        removed.clear();
        return new Postings(dictionary, dictionary.count(), places.written(), boxes.written());
    }

    /// About how much memory all of it takes.
    long bytes() {
        return dictionary.bytes() + boxBytes + places.written().bytes();
    }

    /// How many values no document has any more.
    int idle() {
        return dictionary.count() - inUse;
    }

    private int next() {
        return Math.min(added.number(), removed.number());
    }

    private void put(int number, Posting posting) {
        long place = places.get(number);
        if (place == Longs.MISSING && posting.count() > 0) {
            inUse++;
        }
        if (place != Longs.MISSING && place < 0) {
            boxBytes -= boxes.get((int) ~place).bytes();
        }
        if (posting.count() > 1) {
            box(number, place, posting);
            return;
        }
        if (place != Longs.MISSING && place < 0) {
            boxes.set((int) ~place, null);
            freeBoxes.push((int) ~place);
        }
        if (place != Longs.MISSING && posting.count() == 0) {
            inUse--;
        }
        places.set(
                number,
                posting.count() == 0 ? Longs.MISSING : posting.documents().first());
    }

    private void box(int number, long place, Posting posting) {
        int box = place != Longs.MISSING && place < 0 ? (int) ~place : newBox();
        boxes.set(box, posting);
        places.set(number, ~box);
        boxBytes += posting.bytes();
    }

    private int newBox() {
        return freeBoxes.isEmpty() ? boxCount++ : freeBoxes.pop();
    }
}
