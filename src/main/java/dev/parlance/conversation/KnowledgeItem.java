package dev.parlance.conversation;

import java.time.Instant;

/// Something that an answer can rest on, under the id that resource usage knows it by.
public record KnowledgeItem(String id, String title, String text, Instant updated) {
    /// The most characters of a text.
    public static final int LONGEST = 100_000;
}
