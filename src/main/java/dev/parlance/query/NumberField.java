package dev.parlance.query;

import dev.parlance.conversation.Conversation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What can be asked for by a range of whole numbers.
public enum NumberField {
    NUMBER(Conversation::number),
    MESSAGES(c -> (long) c.counts().messages()),
    USER_TURNS(c -> (long) c.counts().userTurns()),
    /// Seconds.
    DURATION(c -> c.counts().duration() == null ? null : (long) c.counts().duration());

    private final Function<Conversation, @Nullable Long> value;

    NumberField(Function<Conversation, @Nullable Long> value) {
        this.value = value;
    }

    /// The conversation's value, null when it has none.
    public @Nullable Long of(Conversation conversation) {
        return value.apply(conversation);
    }
}
