package dev.parlance.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something about a conversation that a person must look at; open as long as `settled` is null. `type` is a word such
/// as `human_requested`.
public record AttentionItem(
        UUID id,
        UUID conversation,
        String type,
        @Nullable String reason,
        Instant raised,
        @Nullable Instant settled) {}
