package dev.parlance.tenant;

import dev.parlance.conversation.Named;
import dev.parlance.problem.Problem;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an admitted request may reach: one tenant, perhaps one workspace of it, some permissions. `requestsPerMinute`
/// is the
/// token's own limit: null for the server's defaults, 0 for none.
public record Access(
        Tenant tenant,
        UUID token,
        Set<Permission> permissions,
        @Nullable Named workspace,
        @Nullable Integer requestsPerMinute) {
    public Access {
        permissions = Set.copyOf(permissions);
    }

    /// Admin may everything.
    public boolean may(Permission permission) {
        return permissions.contains(permission) || permissions.contains(Permission.ADMIN);
    }

    /// Refuses what the permissions do not reach.
    ///
    /// @throws dev.parlance.problem.Refusal Forbidden, naming what is missing
    public void require(Permission... needed) {
        for (Permission permission : needed) {
            if (!may(permission)) {
                throw new Problem.Forbidden("This token lacks the scope " + permission.scope() + ".").refusal();
            }
        }
    }

    /// Refuses when none of the permissions is there.
    ///
    /// @throws dev.parlance.problem.Refusal Forbidden, naming the first
    public void requireOneOf(Permission... enough) {
        if (Arrays.stream(enough).noneMatch(this::may)) {
            require(enough[0]);
        }
    }

    public boolean seesSensitive() {
        return may(Permission.CONVERSATIONS_READ_SENSITIVE);
    }
}
