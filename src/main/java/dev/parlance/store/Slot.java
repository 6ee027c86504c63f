package dev.parlance.store;

import dev.parlance.conversation.Conversation;
import dev.parlance.journal.Settled;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One conversation in the course of a batch: as it is stored, and as the batch leaves it so far. The first `untold`
/// messages are not at hand and stay as they are.
final class Slot {
    private final long number;
    private final int untold;
    private final @Nullable Settled before;
    private @Nullable Settled after;
    private UUID id;
    private long seq;

    Slot(long number, UUID id, @Nullable Settled before) {
        this(number, id, before, 0);
    }

    private Slot(long number, UUID id, @Nullable Settled before, int untold) {
        this.number = number;
        this.untold = untold;
        this.id = id;
        this.before = before;
        this.after = before;
    }

    /// A stored conversation whose messages were not read.
    static Slot untold(Conversation stored) {
        Settled before = new Settled(stored, List.of());
        return new Slot(stored.number(), stored.id(), before, stored.counts().messages());
    }

    int untold() {
        return untold;
    }

    long number() {
        return number;
    }

    UUID id() {
        return id;
    }

    void id(UUID changed) {
        id = changed;
    }

    @Nullable
    Settled before() {
        return before;
    }

    @Nullable
    Settled findAfter() {
        return after;
    }

    Settled after() {
        return Objects.requireNonNull(after);
    }

    void after(Settled changed) {
        after = changed;
    }

    boolean isChanged() {
        return after != null && !after.equals(before);
    }

    /// The journal's number of this change.
    long seq() {
        return seq;
    }

    void seq(long taken) {
        seq = taken;
    }
}
