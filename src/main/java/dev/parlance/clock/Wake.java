package dev.parlance.clock;

import dev.parlance.conversation.TenantId;

/// What is due: for which conversation, and what tells it from the other wakes of it. A later wake has a greater
/// `mark`.
///
/// @param failures how often it failed so far, one after the other
public record Wake(TenantId tenant, long number, long mark, int failures) {}
