package dev.parlance.conversation;

import java.util.Locale;

/// How the AI left the conversation.
public enum AiClosure {
    ASSUMED_RESOLVED,
    HANDED_OFF,
    RESOLVED;

    /// The name in import records and filters.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
