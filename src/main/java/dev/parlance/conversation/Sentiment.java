package dev.parlance.conversation;

import java.util.Locale;

/// How the contact felt.
public enum Sentiment {
    ANGRY,
    HAPPY,
    NEUTRAL;

    /// The name in import records and filters.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
