package dev.parlance.tenant;

import org.jspecify.annotations.Nullable;

/// Who may come in.
@FunctionalInterface
public interface Gate {
    /// The access that a token opens. `organization` is the public id of the tenant that a personal token is used for,
    /// null
    /// when the request names none; an ordinary token is bound to its tenant and ignores it.
    ///
    /// @throws dev.parlance.problem.Refusal Unauthenticated for an unknown, expired or revoked token, or a personal one
    ///     without an organization of its user
    Access admit(String secret, @Nullable String organization);
}
