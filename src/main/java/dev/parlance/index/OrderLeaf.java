package dev.parlance.index;

import java.util.Arrays;

/// Members that follow each other.
final class OrderLeaf extends OrderNode {
    static final OrderLeaf EMPTY = new OrderLeaf(new int[0]);

    private final int[] members;

    OrderLeaf(int[] members) {
        this.members = members;
    }

    @Override
    int size() {
        return members.length;
    }

    @Override
    int last() {
        return members[members.length - 1];
    }

    @Override
    int rank(Order.Place place) {
        int low = 0;
        int high = members.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place.compare(members[middle]) > 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    int at(int rank) {
        return members[rank];
    }

    @Override
    OrderNode[] with(Order.Place place, int member) {
        int rank = rank(place);
        if (rank == MOST_MEMBERS) {
            return new OrderNode[] {this, new OrderLeaf(new int[] {member})};
        }
        int[] more = Arrays.copyOf(members, members.length + 1);
        System.arraycopy(members, rank, more, rank + 1, members.length - rank);
        more[rank] = member;
        if (more.length <= MOST_MEMBERS) {
            return new OrderNode[] {new OrderLeaf(more)};
        }
        int half = more.length / 2;
        return new OrderNode[] {
            new OrderLeaf(Arrays.copyOf(more, half)), new OrderLeaf(Arrays.copyOfRange(more, half, more.length))
        };
    }

    @Override
    OrderNode without(Order.Place place) {
        int rank = rank(place);
        if (rank == members.length || place.compare(members[rank]) != 0) {
            throw new IllegalStateException("the order has lost a member");
        }
        int[] less = Arrays.copyOf(members, members.length - 1);
        System.arraycopy(members, rank + 1, less, rank, less.length - rank);
        return new OrderLeaf(less);
    }

    @Override
    boolean rise(int rank, Order.Stretch stretch) {
        return stretch.take(members, rank, members.length);
    }

    @Override
    boolean fall(int rank, Order.Stretch stretch) {
        return stretch.take(members, 0, rank);
    }

    @Override
    long bytes() {
        return 40 + 4L * members.length;
    }

    @Override
    boolean isSmall() {
        return members.length < MOST_MEMBERS / 4;
    }

    @Override
    OrderNode[] joined(OrderNode next) {
        int[] others = ((OrderLeaf) next).members;
        if (members.length + others.length > MOST_MEMBERS * 3 / 4) {
            return new OrderNode[] {this, next};
        }
        int[] all = Arrays.copyOf(members, members.length + others.length);
        System.arraycopy(others, 0, all, members.length, others.length);
        return new OrderNode[] {new OrderLeaf(all)};
    }
}
