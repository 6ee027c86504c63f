package dev.parlance.conversation;

import java.util.Locale;

/// Who began.
public enum Direction {
    INBOUND,
    OUTBOUND;

    /// The name in import records and filters.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
