package dev.parlance.clock;

import java.util.Locale;

/// What can be due for a conversation.
public enum Task {
    /// Time does something to it.
    TIME,
    /// Its contact waits for the tenant's responder.
    ANSWER,
    /// Something was said that its summary does not know.
    UNDERSTAND;

    /// The name in the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
