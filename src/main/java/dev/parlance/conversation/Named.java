package dev.parlance.conversation;

import java.util.UUID;

/// A workspace, a channel of a workspace, or a company: an id that follows from its name, and the name.
public record Named(UUID id, String name) {}
