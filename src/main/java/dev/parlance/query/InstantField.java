package dev.parlance.query;

import dev.parlance.conversation.Conversation;
import java.time.Instant;
import java.util.function.Function;

/// A moment that every conversation has: what can be asked for by a range of instants, and what can be sorted by.
public enum InstantField {
    CREATED(c -> c.times().created()),
    UPDATED(c -> c.times().updated()),
    /// The last message, or the creation when there is none.
    ACTIVITY(c -> c.times().activity());

    private final Function<Conversation, Instant> value;

    InstantField(Function<Conversation, Instant> value) {
        this.value = value;
    }

    public Instant of(Conversation conversation) {
        return value.apply(conversation);
    }
}
