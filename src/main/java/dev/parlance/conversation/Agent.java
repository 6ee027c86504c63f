package dev.parlance.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The AI agent that handles a conversation; `number` is its telephone number or address.
public record Agent(
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String versionId,
        @Nullable String number) {
    public static final Agent UNKNOWN = new Agent(null, null, null, null);
}
