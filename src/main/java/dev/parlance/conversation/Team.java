package dev.parlance.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A team of people that conversations are given to.
public record Team(UUID id, String name, @Nullable String description) {}
