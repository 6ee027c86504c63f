package dev.parlance.conversation;

import java.time.Instant;
import java.util.UUID;

/// An agent of the tenant.
public record StoredAgent(UUID id, AgentProfile profile, Instant created, Instant updated) {}
