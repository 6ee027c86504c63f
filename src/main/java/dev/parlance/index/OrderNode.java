package dev.parlance.index;

import java.util.Arrays;

/// A part of an [Order]: a leaf of members, or a branch of parts.
abstract sealed class OrderNode permits OrderLeaf, OrderBranch {
    static final int MOST_MEMBERS = 256;
    static final int MOST_PARTS = 64;

    abstract int size();

    abstract int last();

    abstract int rank(Order.Place place);

    abstract int at(int rank);

    /// This part with the member, or two when it became too large.
    abstract OrderNode[] with(Order.Place place, int member);

    abstract OrderNode without(Order.Place place);

    abstract boolean rise(int rank, Order.Stretch stretch);

    abstract boolean fall(int rank, Order.Stretch stretch);

    abstract long bytes();

    /// Whether it is so small that it should join a neighbour.
    abstract boolean isSmall();

    /// This part and the next one as one, if they fit well; else both.
    abstract OrderNode[] joined(OrderNode next);

    static OrderNode of(int[] members) {
        OrderNode[] level = new OrderNode[Math.max(1, Math.ceilDiv(members.length, MOST_MEMBERS))];
        for (int i = 0; i < level.length; i++) {
            int from = i * MOST_MEMBERS;
            level[i] = new OrderLeaf(Arrays.copyOfRange(members, from, Math.min(members.length, from + MOST_MEMBERS)));
        }
        while (level.length > 1) {
            OrderNode[] upper = new OrderNode[Math.ceilDiv(level.length, MOST_PARTS)];
            for (int i = 0; i < upper.length; i++) {
                int from = i * MOST_PARTS;
                upper[i] = OrderBranch.of(Arrays.copyOfRange(level, from, Math.min(level.length, from + MOST_PARTS)));
            }
            level = upper;
        }
        return level[0];
    }
}
