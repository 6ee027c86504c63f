package dev.parlance.tenant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where tenants and tokens are kept.
public interface Registry {
    /// Makes a tenant, empty when the name is taken.
    Optional<Tenant> create(String name);

    Optional<Tenant> findTenant(String name);

    /// The tenant of this public id.
    Optional<Tenant> findTenant(UUID publicId);

    List<Tenant> listTenants();

    /// A secret of this house, the same on all its servers and at all times; made when it is first asked for.
    byte[] secret(String name);

    /// Keeps a token under the hash of its secret.
    void keep(Token token, byte[] hash);

    /// Lets a user's personal tokens open a tenant.
    void join(String user, Tenant tenant);

    /// The token whose secret has this SHA-256, whether or not it still opens anything.
    Optional<Token> findToken(byte[] hash);

    /// The tenant with this public id, when the user is a member of it.
    Optional<Tenant> findMembership(String user, UUID publicId);

    /// The tokens that open a tenant, personal ones of its members included, oldest first.
    List<Token> listTokens(Tenant tenant);

    /// Takes a token back, false when there is none of this id.
    boolean revoke(UUID token, Instant now);
}
