package dev.parlance.conversation;

import java.util.Locale;

/// What an AI reply can use.
public enum ResourceType {
    ACTION,
    INSTRUCTION,
    KNOWLEDGE;

    /// The name in import records and filters.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
