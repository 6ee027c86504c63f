package dev.parlance.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// A walk through a stretch of an order, upwards or downwards.
///
/// @param downwards whether it begins at the end
record Walk(Order order, Stretch stretch, boolean downwards) {
    /// From one rank up to another.
    record Stretch(int from, int to) {
        int length() {
            return to - from;
        }
    }

    /// All that is on the way.
    int[] all() {
        int[] all = new int[stretch.length()];
        int[] count = {0};
        walk(
                (members, from, to) -> {
                    int taken = Math.min(to - from, all.length - count[0]);
                    System.arraycopy(members, from, all, count[0], taken);
                    count[0] += taken;
                    return count[0] < all.length;
                },
                (members, from, to) -> {
                    for (int i = to - 1; i >= from && count[0] < all.length; i--) {
                        all[count[0]++] = members[i];
                    }
                    return count[0] < all.length;
                });
        return all;
    }

    /// Those of the set that are wanted, if no more than so many must be passed for them; else null.
    int @Nullable [] among(RoaringBitmap set, Selection.Wanted wanted, long patience) {
        return among(new Found(wanted, Math.min(patience, stretch.length()), null, set));
    }

    int @Nullable [] among(Bits set, Selection.Wanted wanted, long patience) {
        return among(new Found(wanted, Math.min(patience, stretch.length()), set, null));
    }

    private int @Nullable [] among(Found found) {
        walk(found::takeUpwards, found::takeDownwards);
        return found.isEnough() || found.steps == stretch.length() ? found.documents() : null;
    }

    private void walk(Order.Stretch up, Order.Stretch down) {
        if (stretch.length() == 0) {
            return;
        }
        if (downwards) {
            order.fall(stretch.to(), down);
        } else {
            order.rise(stretch.from(), up);
        }
    }

    /// What is met.
    private static final class Found {
        private final long most;
        private final @Nullable Bits bits;
        private final @Nullable RoaringBitmap set;
        private int[] documents = new int[32];
        private int count;
        private long skip;
        private long steps;
        private final long wanted;

        Found(Selection.Wanted wanted, long most, @Nullable Bits bits, @Nullable RoaringBitmap set) {
            this.wanted = wanted.count();
            this.skip = wanted.skip();
            this.most = most;
            this.bits = bits;
            this.set = set;
        }

        boolean isEnough() {
            return count >= wanted;
        }

        int[] documents() {
            return Arrays.copyOf(documents, count);
        }

        boolean takeUpwards(int[] members, int from, int to) {
            int end = (int) Math.min(to, from + most - steps);
            if (!passes(members, from, end)) {
                for (int i = from; i < end && !isEnough(); i++) {
                    meet(members[i]);
                }
            }
            return steps < most && !isEnough();
        }

        boolean takeDownwards(int[] members, int from, int to) {
            int begin = (int) Math.max(from, to - (most - steps));
            if (!passes(members, begin, to)) {
                for (int i = to - 1; i >= begin && !isEnough(); i--) {
                    meet(members[i]);
                }
            }
            return steps < most && !isEnough();
        }

        /// Passes over all of them at once when they are all skipped.
        private boolean passes(int[] members, int from, int to) {
            int met = bits == null || skip == 0 ? Integer.MAX_VALUE : bits.count(members, from, to);
            if (met > skip) {
                return false;
            }
            skip -= met;
            steps += to - from;
            return true;
        }

        private void meet(int document) {
            steps++;
            boolean fits = bits == null ? set != null && set.contains(document) : bits.has(document);
            if (!fits) {
                return;
            }
            if (skip > 0) {
                skip--;
                return;
            }
            if (count == documents.length) {
                documents = Arrays.copyOf(documents, count * 2);
            }
            documents[count++] = document;
        }
    }
}
