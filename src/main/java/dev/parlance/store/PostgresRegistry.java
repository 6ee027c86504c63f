package dev.parlance.store;

import dev.parlance.conversation.Named;
import dev.parlance.conversation.TenantId;
import dev.parlance.tenant.Permission;
import dev.parlance.tenant.Registry;
import dev.parlance.tenant.Tenant;
import dev.parlance.tenant.Token;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tenants and tokens in PostgreSQL.
public final class PostgresRegistry implements Registry {
    private static final String TOKEN = """
            select t.id, t.user_name, t.shown, t.scopes, t.workspace_id, t.workspace_name, t.requests_per_minute,
              t.expires_at, t.revoked_at, n.id, n.public_id, n.name
            from token t left join tenant n on n.id = t.tenant_id
            """;

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;

    public PostgresRegistry(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Tenant> create(String name) {
        Sql insert = Sql.of(
                "insert into tenant (public_id, name) values (?, ?) on conflict (name) do nothing returning id, public_id, name",
                UUID.randomUUID(),
                name);
        return tenants(insert).stream().findFirst();
    }

    @Override
    public Optional<Tenant> findTenant(String name) {
        return tenants(Sql.of("select id, public_id, name from tenant where name = ?", name)).stream()
                .findFirst();
    }

    @Override
    public Optional<Tenant> findTenant(UUID publicId) {
        return tenants(Sql.of("select id, public_id, name from tenant where public_id = ?", publicId)).stream()
                .findFirst();
    }

    @Override
    public byte[] secret(String name) {
        byte[] fresh = new byte[SECRET_BYTES];
        RANDOM.nextBytes(fresh);
        Sql insert = Sql.of("insert into secret (name, bytes) values (?, ?) on conflict do nothing", name, fresh);
        Sql select = Sql.of("select bytes from secret where name = ?", name);
        return database.control(connection -> {
            insert.change(connection);
            return select.ask(connection, rows -> {
                rows.next();
                return rows.getBytes(1);
            });
        });
    }

    @Override
    public List<Tenant> listTenants() {
        return tenants(Sql.of("select id, public_id, name from tenant order by id"));
    }

    @Override
    public void join(String user, Tenant tenant) {
        Sql insert = Sql.of(
                "insert into membership (user_name, tenant_id) values (?, ?) on conflict do nothing",
                user,
                tenant.id().value());
        database.control(insert::change);
    }

    @Override
    public Optional<Tenant> findMembership(String user, UUID publicId) {
        return tenants(Sql.of("""
                        select n.id, n.public_id, n.name from membership m join tenant n on n.id = m.tenant_id
                        where m.user_name = ? and n.public_id = ?""", user, publicId)).stream().findFirst();
    }

    @Override
    public Optional<Token> findToken(byte[] hash) {
        return tokens(Sql.of(TOKEN + " where t.hash = ?", (Object) hash)).stream()
                .findFirst();
    }

    @Override
    public List<Token> listTokens(Tenant tenant) {
        return tokens(Sql.of(TOKEN + """
                         where t.tenant_id = ?
                           or t.user_name in (select m.user_name from membership m where m.tenant_id = ?)
                         order by t.created_at, t.id
                        """, tenant.id().value(), tenant.id().value()));
    }

    @Override
    public boolean revoke(UUID token, Instant now) {
        Sql update = Sql.of("update token set revoked_at = coalesce(revoked_at, ?) where id = ?", now, token);
        return database.control(connection -> {
            int revoked = update.change(connection);
            Sql.of("select pg_notify(?, '')", TokenSignals.CHANNEL).ask(connection, rows -> rows);
            return revoked > 0;
        });
    }

    @Override
    public void keep(Token token, byte[] hash) {
        String insert = """
                insert into token (id, tenant_id, user_name, hash, shown, scopes, workspace_id, workspace_name,
                  requests_per_minute, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        database.control(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                bind(statement, token, hash);
                return statement.executeUpdate();
            }
        });
    }

    private static void bind(PreparedStatement statement, Token token, byte[] hash) throws SQLException {
        Tenant tenant = token.tenant();
        Named workspace = token.workspace();
        Instant expires = token.expires();
        Object[] scopes = token.permissions().stream().map(Permission::scope).toArray();
        statement.setObject(1, token.id());
        statement.setObject(2, tenant == null ? null : tenant.id().value(), Types.INTEGER);
        statement.setString(3, token.user());
        statement.setBytes(4, hash);
        statement.setString(5, token.shown());
        statement.setArray(6, statement.getConnection().createArrayOf("text", scopes));
        statement.setObject(7, workspace == null ? null : workspace.id());
        statement.setString(8, workspace == null ? null : workspace.name());
        statement.setObject(9, token.requestsPerMinute(), Types.INTEGER);
        statement.setObject(
                10, expires == null ? null : expires.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private List<Tenant> tenants(Sql sql) {
        return database.control(connection -> sql.ask(connection, rows -> {
            List<Tenant> tenants = new ArrayList<>();
            while (rows.next()) {
                tenants.add(Objects.requireNonNull(tenant(new Cells(rows))));
            }
            return tenants;
        }));
    }

    private List<Token> tokens(Sql sql) {
        return database.control(connection -> sql.ask(connection, rows -> {
            List<Token> tokens = new ArrayList<>();
            while (rows.next()) {
                tokens.add(token(rows));
            }
            return tokens;
        }));
    }

    private static Token token(ResultSet rows) throws SQLException {
        Cells cells = new Cells(rows);
        UUID id = cells.id();
        String user = cells.findText();
        String shown = cells.text();
        Set<Permission> permissions = Stream.of(cells.texts())
                .flatMap(scope -> Permission.find(scope).stream())
                .collect(Collectors.toSet());
        Named workspace = workspace(cells.findId(), cells.findText());
        Integer requestsPerMinute = cells.findWhole();
        Instant expires = cells.findInstant();
        Instant revoked = cells.findInstant();
        return new Token(id, tenant(cells), user, shown, permissions, workspace, requestsPerMinute, expires, revoked);
    }

    private static @Nullable Named workspace(@Nullable UUID id, @Nullable String name) {
        return id == null || name == null ? null : new Named(id, name);
    }

    private static @Nullable Tenant tenant(Cells cells) throws SQLException {
        Integer id = cells.findWhole();
        UUID publicId = cells.findId();
        String name = cells.findText();
        return id == null || publicId == null || name == null ? null : new Tenant(new TenantId(id), publicId, name);
    }
}
