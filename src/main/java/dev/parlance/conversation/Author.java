package dev.parlance.conversation;

import java.util.Locale;

/// Who speaks in a message.
public enum Author {
    CONTACT,
    AI,
    HUMAN,
    SYSTEM;

    /// The name in import records and filters.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
