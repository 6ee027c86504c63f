package dev.parlance.conversation;

import java.util.Locale;

/// `AVAILABLE` was in the AI's context; `APPLIED` was cited or invoked, and was therefore available too.
public enum UseKind {
    AVAILABLE,
    APPLIED;

    /// The name in import records and filters.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
