package dev.parlance.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parlance.conversation.TenantId;
import dev.parlance.problem.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/// The connections to PostgreSQL. Work on a tenant's data runs in a transaction in which that tenant is in force; row
/// security shows it nothing else.
public final class Database implements AutoCloseable {
    private static final Map<String, String> CONNECTION = Map.of(
            "currentSchema", Migrations.SCHEMA,
            "ApplicationName", "parlance",
            "logServerErrorDetail", "false",
            "prepareThreshold", "3",
            "reWriteBatchedInserts", "true",
            "tcpKeepAlive", "true");

    private static final String IN_FORCE = "select set_config('parlance.tenant', ?, true)";

    private final DatabaseAddress address;
    private final HikariDataSource pool;

    private Database(DatabaseAddress address, HikariDataSource pool) {
        this.address = address;
        this.pool = pool;
    }

    /// Migrates the database and opens `connections` to it.
    ///
    /// @throws StoreException when it cannot be reached or migrated
    public static Database open(DatabaseAddress address, int connections) {
        Migrations.apply(address);
        return new Database(address, new HikariDataSource(config(address, "parlance", connections, "")));
    }

    private static HikariConfig config(DatabaseAddress address, String name, int connections, String more) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.setConnectionTimeout(10_000);
        config.setPoolName(name);
        config.setConnectionInitSql("set role " + Migrations.ROLE
                + "; set session characteristics as transaction isolation level read committed, read write" + more);
        CONNECTION.forEach(config::addDataSourceProperty);
        return config;
    }

    /// More connections, for what keeps books of its own and can do without the last entries: its commits do not wait
    /// until they are durable.
    HikariDataSource hurried(int connections) {
        return new HikariDataSource(config(address, "parlance-errands", connections, "; set synchronous_commit = off"));
    }

    /// Work on one connection.
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /// Reads one tenant's data as of one moment.
    public <T> T read(TenantId tenant, Work<T> work) {
        return transaction(
                inForce(tenant, "set transaction isolation level repeatable read, read only; " + IN_FORCE, work));
    }

    /// Changes one tenant's data, all or nothing.
    public <T> T write(TenantId tenant, Work<T> work) {
        return transaction(inForce(tenant, IN_FORCE, work));
    }

    /// Reads or changes what is no tenant's: tenants, tokens, memberships.
    public <T> T control(Work<T> work) {
        return transaction(work);
    }

    /// Puts one question in a single trip. The statement sees one moment's data of the tenant alone.
    public <T> T ask(TenantId tenant, Sql sql, Results<T> results) {
        return withConnection(connection -> sql.ask(connection, tenant, results));
    }

    /// Puts one question about what is no tenant's, in a single trip.
    public <T> T askOnce(Sql sql, Results<T> results) {
        return withConnection(connection -> sql.ask(connection, results));
    }

    /// Whether the database answers: nothing, or the reason why not.
    public Optional<String> findTrouble() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(2) ? Optional.empty() : Optional.of("The database does not answer.");
        } catch (SQLException e) {
            return Optional.of("The database cannot be reached.");
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    /// All that precedes the work goes to the server with the transaction's beginning, in one trip.
    private static <T> Work<T> inForce(TenantId tenant, String preface, Work<T> work) {
        return connection -> {
            try (PreparedStatement statement = connection.prepareStatement(preface)) {
                statement.setString(1, Integer.toString(tenant.value()));
                statement.execute();
            }
            return work.with(connection);
        };
    }

    private <T> T transaction(Work<T> work) {
        return withConnection(connection -> {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            }
        });
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private <T> T withConnection(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw StoreException.isTransient(e)
                    ? new Problem.Unavailable("The database cannot be reached.").refusal()
                    : new StoreException(e);
        }
    }
}
