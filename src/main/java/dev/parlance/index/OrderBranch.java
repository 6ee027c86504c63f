package dev.parlance.index;

import java.util.Arrays;

/// Parts that follow each other, with how many members end at each and which is its last.
final class OrderBranch extends OrderNode {
    private final OrderNode[] parts;
    private final int[] ends;
    private final int[] lasts;

    private OrderBranch(OrderNode[] parts) {
        this.parts = parts;
        this.ends = new int[parts.length];
        this.lasts = new int[parts.length];
        int end = 0;
        for (int i = 0; i < parts.length; i++) {
            end += parts[i].size();
            ends[i] = end;
            lasts[i] = parts[i].last();
        }
    }

    static OrderBranch of(OrderNode[] parts) {
        return new OrderBranch(parts);
    }

    boolean isSingle() {
        return parts.length == 1;
    }

    OrderNode first() {
        return parts[0];
    }

    @Override
    int size() {
        return parts.length == 0 ? 0 : ends[parts.length - 1];
    }

    @Override
    int last() {
        return lasts[parts.length - 1];
    }

    @Override
    int rank(Order.Place place) {
        int part = part(place);
        return part == parts.length ? size() : begin(part) + parts[part].rank(place);
    }

    @Override
    int at(int rank) {
        int part = part(rank);
        return parts[part].at(rank - begin(part));
    }

    @Override
    OrderNode[] with(Order.Place place, int member) {
        int part = Math.min(part(place), parts.length - 1);
        OrderNode[] more = spliced(part, 1, parts[part].with(place, member));
        if (more.length <= MOST_PARTS) {
            return new OrderNode[] {of(more)};
        }
        // Members usually come at the end: what lies before it is left full.
        int lower = part == parts.length - 1 ? MOST_PARTS : more.length / 2;
        return new OrderNode[] {of(Arrays.copyOf(more, lower)), of(Arrays.copyOfRange(more, lower, more.length))};
    }

    @Override
    OrderNode without(Order.Place place) {
        int part = part(place);
        if (part == parts.length) {
            throw new IllegalStateException("the order has lost a member");
        }
        OrderNode left = parts[part].without(place);
        if (left.size() == 0) {
            return of(spliced(part, 1));
        }
        if (!left.isSmall() || parts.length == 1) {
            return of(spliced(part, 1, left));
        }
        return part == 0
                ? of(spliced(0, 2, left.joined(parts[1])))
                : of(spliced(part - 1, 2, parts[part - 1].joined(left)));
    }

    @Override
    boolean rise(int rank, Order.Stretch stretch) {
        int from = rank;
        for (int part = part(rank); part < parts.length; part++) {
            if (!parts[part].rise(from - begin(part), stretch)) {
                return false;
            }
            from = ends[part];
        }
        return true;
    }

    @Override
    boolean fall(int rank, Order.Stretch stretch) {
        int to = rank;
        for (int part = rank == 0 ? -1 : part(rank - 1); part >= 0; part--) {
            if (!parts[part].fall(to - begin(part), stretch)) {
                return false;
            }
            to = begin(part);
        }
        return true;
    }

    @Override
    long bytes() {
        long bytes = 72 + 12L * parts.length;
        for (OrderNode part : parts) {
            bytes += part.bytes();
        }
        return bytes;
    }

    @Override
    boolean isSmall() {
        return parts.length < MOST_PARTS / 4;
    }

    @Override
    OrderNode[] joined(OrderNode next) {
        OrderNode[] others = ((OrderBranch) next).parts;
        if (parts.length + others.length > MOST_PARTS * 3 / 4) {
            return new OrderNode[] {this, next};
        }
        OrderNode[] all = Arrays.copyOf(parts, parts.length + others.length);
        System.arraycopy(others, 0, all, parts.length, others.length);
        return new OrderNode[] {of(all)};
    }

    /// The parts with others in place of some.
    private OrderNode[] spliced(int from, int count, OrderNode... others) {
        OrderNode[] spliced = new OrderNode[parts.length - count + others.length];
        System.arraycopy(parts, 0, spliced, 0, from);
        System.arraycopy(others, 0, spliced, from, others.length);
        System.arraycopy(parts, from + count, spliced, from + others.length, parts.length - from - count);
        return spliced;
    }

    private int begin(int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    /// The first part whose last member is not before the place; their number when there is none.
    private int part(Order.Place place) {
        int low = 0;
        int high = parts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place.compare(lasts[middle]) > 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The part that holds the member of this rank; their number when there is none.
    private int part(int rank) {
        int low = 0;
        int high = parts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= rank) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
