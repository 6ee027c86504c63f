package dev.parlance.store;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.journal.Settled;
import dev.parlance.query.Analyzer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
    private @Nullable List<String> words;

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
        words = null;
    }

    /// The words of the messages at hand, and with all of them those of subject and summary.
    List<String> words() {
        List<String> known = words;
        if (known == null) {
            known = Analyzer.words(String.join("\n", untold == 0 ? texts(after()) : spoken(after())));
            words = known;
        }
        return known;
    }

    static List<String> texts(Settled settled) {
        Conversation.Words own = settled.conversation().words();
        return Stream.of(Stream.ofNullable(own.subject()), Stream.ofNullable(own.summary()), spoken(settled).stream())
                .flatMap(each -> each)
                .toList();
    }

    private static List<String> spoken(Settled settled) {
        return settled.messages().stream().map(Message::text).toList();
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
