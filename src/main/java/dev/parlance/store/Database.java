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

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /// Migrates the database and opens `connections` to it.
    ///
    /// @throws StoreException when it cannot be reached or migrated
    public static Database open(DatabaseAddress address, int connections) {
        Migrations.apply(address);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.setConnectionTimeout(10_000);
        config.setPoolName("parlance");
        config.setConnectionInitSql("set role " + Migrations.ROLE);
        CONNECTION.forEach(config::addDataSourceProperty);
        return new Database(new HikariDataSource(config));
    }

    /// Work on one connection.
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /// Reads one tenant's data as of one moment.
    public <T> T read(TenantId tenant, Work<T> work) {
        return transaction(Connection.TRANSACTION_REPEATABLE_READ, true, inForce(tenant, work));
    }

    /// Changes one tenant's data, all or nothing.
    public <T> T write(TenantId tenant, Work<T> work) {
        return transaction(Connection.TRANSACTION_READ_COMMITTED, false, inForce(tenant, work));
    }

    /// Reads or changes what is no tenant's: tenants, tokens, memberships.
    public <T> T control(Work<T> work) {
        return transaction(Connection.TRANSACTION_READ_COMMITTED, false, work);
    }

    /// Puts one question in a single trip. The statement sees one moment's data of the tenant alone.
    public <T> T ask(TenantId tenant, Sql sql, Results<T> results) {
        return withConnection(connection -> sql.ask(connection, tenant, results));
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

    private static <T> Work<T> inForce(TenantId tenant, Work<T> work) {
        return connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select set_config('parlance.tenant', ?, true)")) {
                statement.setString(1, Integer.toString(tenant.value()));
                statement.execute();
            }
            return work.with(connection);
        };
    }

    private <T> T transaction(int isolation, boolean readOnly, Work<T> work) {
        return withConnection(connection -> {
            connection.setTransactionIsolation(isolation);
            connection.setReadOnly(readOnly);
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
