package dev.parlance.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A telephone number of the tenant, and the versions of agents that answer it and call from it.
public record PhoneNumber(
        String number, @Nullable UUID inbound, @Nullable UUID outbound, Instant created, Instant updated) {}
