package dev.parlance.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parlance.problem.Problem;
import dev.parlance.problem.Refusal;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes tokens and admits those who bring one. What was read of a token is believed only while changes by other
/// processes
/// are heard of ([#hearing]), and is forgotten at each; so a revoked token stops working at once.
public final class Tokens implements Gate {
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private final Registry registry;
    private final Clock clock;
    private final Cache<ByteBuffer, Token> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(BELIEVED).build();
    private volatile boolean hearing;

    public Tokens(Registry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /// Makes a token of what `wanted` describes and gives its secret, which is not kept.
    public Secret create(NewToken wanted) {
        Secret secret = Secret.random(wanted.prefix());
        Token token = new Token(
                UUID.randomUUID(),
                wanted.user() == null ? wanted.tenants().getFirst() : null,
                wanted.user(),
                secret.shown(wanted.prefix()),
                wanted.permissions(),
                wanted.workspace(),
                wanted.requestsPerMinute(),
                wanted.lifetime() == null ? null : clock.instant().plus(wanted.lifetime()),
                null);
        String user = wanted.user();
        if (user != null) {
            wanted.tenants().forEach(tenant -> registry.join(user, tenant));
        }
        registry.keep(token, secret.hash());
        return secret;
    }

    @Override
    public Access admit(String secret, @Nullable String organization) {
        byte[] hash = new Secret(secret).hash();
        Token token = hearing ? known.get(ByteBuffer.wrap(hash), key -> token(hash)) : token(hash);
        if (!token.opens(clock.instant())) {
            throw unauthenticated("Invalid token.");
        }
        return new Access(
                tenant(token, organization),
                token.id(),
                token.permissions(),
                token.workspace(),
                token.requestsPerMinute());
    }

    /// Some token changed: what is known of them is forgotten.
    public void forget() {
        known.invalidateAll();
    }

    /// Whether changes of tokens by other processes are heard of from now on.
    public void hearing(boolean heard) {
        hearing = heard;
        forget();
    }

    private Token token(byte[] hash) {
        return registry.findToken(hash).orElseThrow(() -> unauthenticated("Invalid token."));
    }

    private Tenant tenant(Token token, @Nullable String organization) {
        String user = token.user();
        if (token.tenant() != null) {
            return token.tenant();
        }
        if (organization == null || user == null) {
            throw unauthenticated("Token is missing organization claim.");
        }
        return registry.findMembership(user, id(organization)).orElseThrow(() -> unauthenticated("Invalid token."));
    }

    private static UUID id(String organization) {
        try {
            return UUID.fromString(organization);
        } catch (IllegalArgumentException e) {
            throw unauthenticated("Invalid organization.");
        }
    }

    private static Refusal unauthenticated(String reason) {
        return new Problem.Unauthenticated(reason).refusal();
    }
}
