package dev.parlance.journal;

import dev.parlance.conversation.Bytes;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a deed leaves beside the conversation itself.
public sealed interface Effect {
    record AttentionRaised(UUID item, String type, @Nullable String reason, Instant at) implements Effect {}

    record AttentionSettled(UUID item, Instant at) implements Effect {}

    record Rated(int score, @Nullable String comment, Instant at) implements Effect {}

    record FileKept(String name, String mediaType, Bytes bytes) implements Effect {}

    /// The words of the conversation's notes are gone too.
    record NotesRedacted() implements Effect {}
}
