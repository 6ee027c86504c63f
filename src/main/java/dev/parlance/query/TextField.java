package dev.parlance.query;

import dev.parlance.conversation.Conversation;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What can be asked for by a part of it, whatever the case.
public enum TextField {
    USER(c -> c.links().userId()),
    AGENT_NUMBER(c -> c.agent().number());

    private final Function<Conversation, @Nullable String> value;

    TextField(Function<Conversation, @Nullable String> value) {
        this.value = value;
    }

    /// The conversation's value, null when it has none.
    public @Nullable String of(Conversation conversation) {
        return value.apply(conversation);
    }

    /// The form in which texts are compared. The store keeps it beside the text, so that all answers agree on case.
    public static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
