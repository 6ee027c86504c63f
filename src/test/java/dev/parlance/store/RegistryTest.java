package dev.parlance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.problem.Refusal;
import dev.parlance.tenant.NewToken;
import dev.parlance.tenant.Scopes;
import dev.parlance.tenant.Secret;
import dev.parlance.tenant.Tenant;
import dev.parlance.tenant.Token;
import dev.parlance.tenant.Tokens;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private StoreFixture store;
    private PostgresRegistry registry;

    @BeforeAll
    void open() {
        store = StoreFixture.open();
        registry = new PostgresRegistry(store.database());
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void aTenantsNameIsTakenOnce() {
        assertThat(registry.create("acme")).isPresent();
        assertThat(registry.create("acme")).isEmpty();
        assertThat(registry.findTenant("acme")).isPresent();
        assertThat(registry.listTenants()).extracting(Tenant::name).contains("acme");
    }

    @Test
    void aTokenOpensItsTenantUntilItExpires() {
        Tenant tenant = store.tenant("expiring");
        Secret secret = tokens(NOW).create(token("pl_", List.of(tenant), null, Duration.ofDays(30)));
        assertThat(tokens(NOW.plus(Duration.ofDays(29)))
                        .admit(secret.text(), null)
                        .tenant())
                .isEqualTo(tenant);
        assertThatThrownBy(() -> tokens(NOW.plus(Duration.ofDays(30))).admit(secret.text(), null))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aRevokedTokenOpensNothing() {
        Tenant tenant = store.tenant("revoking");
        Secret secret = tokens(NOW).create(token("ocx_live_", List.of(tenant), null, null));
        Token listed = registry.listTokens(tenant).getFirst();
        assertThat(listed.shown()).startsWith("ocx_live_").doesNotContain(secret.text());
        assertThat(registry.revoke(listed.id(), NOW)).isTrue();
        assertThatThrownBy(() -> tokens(NOW).admit(secret.text(), null)).isInstanceOf(Refusal.class);
    }

    @Test
    void aPersonalTokenOpensTheTenantsOfItsUserAlone() {
        Tenant mine = store.tenant("mine");
        Tenant foreign = store.tenant("foreign");
        Tokens tokens = tokens(NOW);
        String secret = tokens.create(token("pat_", List.of(mine), "ana", null)).text();
        assertThat(tokens.admit(secret, mine.publicId().toString()).tenant()).isEqualTo(mine);
        assertThatThrownBy(() -> tokens.admit(secret, foreign.publicId().toString()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tokens.admit(secret, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tokens.admit(secret, "no id")).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyTheHashOfASecretIsKept() throws SQLException {
        Tenant tenant = store.tenant("hashed");
        String secret =
                tokens(NOW).create(token("pl_", List.of(tenant), null, null)).text();
        try (var connection = store.owner();
                var statement = connection.prepareStatement("select count(*) from token where token::text like ?")) {
            statement.setString(1, "%" + secret.substring(4) + "%");
            var rows = statement.executeQuery();
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void withoutATenantInForceNoRowIsSeenAndNoneCanBeWritten() {
        Tenant tenant = store.tenant("walled");
        Sql insert = Sql.of(
                "insert into workspace (tenant_id, id, name) values (?, gen_random_uuid(), 'w')",
                tenant.id().value());
        store.database().write(tenant.id(), insert::change);
        Sql count = Sql.of("select count(*) from workspace");
        assertThat(counted(store.tenant("other"), count)).isZero();
        assertThat(counted(tenant, count)).isEqualTo(1);
        assertThatThrownBy(() -> store.database().control(insert::change)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.database().write(store.tenant("thief").id(), insert::change))
                .isInstanceOf(StoreException.class);
    }

    private long counted(Tenant tenant, Sql count) {
        return store.database().ask(tenant.id(), count, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    private Tokens tokens(Instant now) {
        return new Tokens(registry, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static NewToken token(
            String prefix, List<Tenant> tenants, @Nullable String user, @Nullable Duration lifetime) {
        return new NewToken(prefix, tenants, user, Set.copyOf(Scopes.all()), null, null, lifetime);
    }
}
