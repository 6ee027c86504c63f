package dev.parlance.tenant;

import dev.parlance.conversation.Named;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A token as it is kept: never its secret. An ordinary one has a tenant, a personal one has a user.
///
/// @param shown the prefix and the last characters, enough to recognise it
/// @param requestsPerMinute null for the server's defaults, 0 for no limit
public record Token(
        UUID id,
        @Nullable Tenant tenant,
        @Nullable String user,
        String shown,
        Set<Permission> permissions,
        @Nullable Named workspace,
        @Nullable Integer requestsPerMinute,
        @Nullable Instant expires,
        @Nullable Instant revoked) {
    public Token {
        permissions = Set.copyOf(permissions);
        if (tenant == null && user == null) {
            throw new IllegalArgumentException("a token belongs to a tenant or to a user");
        }
    }

    public boolean opens(Instant now) {
        return revoked == null && (expires == null || now.isBefore(expires));
    }
}
