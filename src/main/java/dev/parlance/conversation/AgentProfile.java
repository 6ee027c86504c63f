package dev.parlance.conversation;

import org.jspecify.annotations.Nullable;

/// What is said of an agent; `metadata` is a JSON object.
public record AgentProfile(
        String name,
        @Nullable String description,
        boolean active,
        boolean demo,
        @Nullable JsonText metadata) {}
