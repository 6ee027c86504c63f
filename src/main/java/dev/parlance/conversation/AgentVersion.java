package dev.parlance.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of how an agent works; a published one never changes.
///
/// @param number from 1, without gaps
/// @param config a JSON object
/// @param inputs a JSON object, from which instructions are written
public record AgentVersion(
        UUID id,
        UUID agent,
        int number,
        JsonText config,
        @Nullable JsonText inputs,
        @Nullable Instant published,
        Instant created,
        Instant updated) {}
