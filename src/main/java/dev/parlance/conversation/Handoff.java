package dev.parlance.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The AI gave the conversation to people.
public record Handoff(
        String summary,
        @Nullable Sentiment sentiment,
        @Nullable Instant at) {}
