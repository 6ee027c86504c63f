package dev.parlance.index;

import org.jspecify.annotations.Nullable;
import org.roaringbitmap.ArrayContainer;
import org.roaringbitmap.Container;

/// What comes to a set and what leaves it, both in rising order, given out container by container.
final class Difference {
    private static final int LOW = 16;

    private final int[] added;
    private final int[] removed;
    private int nextAdded;
    private int nextRemoved;

    Difference(int[] added, int[] removed) {
        this.added = added;
        this.removed = removed;
    }

    boolean isLeft() {
        return nextAdded < added.length || nextRemoved < removed.length;
    }

    /// The container of the next document that comes or leaves.
    int key() {
        int adding = nextAdded < added.length ? added[nextAdded] >>> LOW : Integer.MAX_VALUE;
        int removing = nextRemoved < removed.length ? removed[nextRemoved] >>> LOW : Integer.MAX_VALUE;
        return Math.min(adding, removing);
    }

    /// The container as it is afterwards: the same one when nothing changes in it.
    Container applied(int key, @Nullable Container before) {
        if (before != null && key() != key) {
            return before;
        }
        Container after = before == null ? new ArrayContainer() : before.clone();
        while (nextAdded < added.length && added[nextAdded] >>> LOW == key) {
            after = after.add((char) added[nextAdded++]);
        }
        while (nextRemoved < removed.length && removed[nextRemoved] >>> LOW == key) {
            after = after.remove((char) removed[nextRemoved++]);
        }
        after.trim();
        return after;
    }
}
