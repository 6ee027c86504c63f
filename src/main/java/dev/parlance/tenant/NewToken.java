package dev.parlance.tenant;

import dev.parlance.conversation.Named;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A token that is wanted. With a user it is a personal one, which opens all tenants of that user and these besides;
/// without, it opens the one tenant.
public record NewToken(
        String prefix,
        List<Tenant> tenants,
        @Nullable String user,
        Set<Permission> permissions,
        @Nullable Named workspace,
        @Nullable Integer requestsPerMinute,
        @Nullable Duration lifetime) {
    public NewToken {
        tenants = List.copyOf(tenants);
        permissions = Set.copyOf(permissions);
        if (user == null && tenants.size() != 1) {
            throw new IllegalArgumentException("a token without a user opens one tenant");
        }
    }
}
