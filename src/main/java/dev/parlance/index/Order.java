package dev.parlance.index;

/// Members in order. It never changes: a change makes another, which shares with it all but a few nodes.
///
/// What decides the order is not in it: whoever asks says where a [Place] is among the members.
final class Order {
    static final Order EMPTY = new Order(OrderLeaf.EMPTY);

    private final OrderNode root;

    private Order(OrderNode root) {
        this.root = root;
    }

    /// Somewhere in the order.
    interface Place {
        /// Below 0 when the place is before the member, 0 when it is the member's own, above 0 when it is behind it.
        int compare(int member);
    }

    /// Some members that follow each other.
    interface Stretch {
        /// Takes the members at `from` and behind it, up to `to`; says whether to go on.
        boolean take(int[] members, int from, int to);
    }

    /// The members as they follow each other.
    static Order of(int[] members) {
        return new Order(OrderNode.of(members));
    }

    int size() {
        return root.size();
    }

    /// How many members come before the place.
    int rank(Place place) {
        return root.rank(place);
    }

    int at(int rank) {
        return root.at(rank);
    }

    /// With another member at its place.
    Order with(Place place, int member) {
        OrderNode[] parts = root.with(place, member);
        return new Order(parts.length == 1 ? parts[0] : OrderBranch.of(parts));
    }

    /// Without the member whose place it is.
    Order without(Place place) {
        OrderNode left = root.without(place);
        if (left.size() == 0) {
            return EMPTY;
        }
        while (left instanceof OrderBranch branch && branch.isSingle()) {
            left = branch.first();
        }
        return new Order(left);
    }

    /// Gives the members from the rank on, upwards.
    void rise(int rank, Stretch stretch) {
        root.rise(rank, stretch);
    }

    /// Gives the members before the rank, the last stretch first.
    void fall(int rank, Stretch stretch) {
        root.fall(rank, stretch);
    }

    long bytes() {
        return root.bytes();
    }
}
