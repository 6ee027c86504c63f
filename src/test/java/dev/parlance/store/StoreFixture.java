package dev.parlance.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.store.embedded.EmbeddedPostgres;
import dev.parlance.tenant.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/// A database of its own on a real server: the embedded one, started once for all tests, or the one that the
/// environment
/// variable `PARLANCE_TEST_DATABASE_URL` names. Close it to drop the database.
public final class StoreFixture implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final DatabaseAddress address;
    private final Database database;

    private StoreFixture(String name, DatabaseAddress address) {
        this.name = name;
        this.address = address;
        this.database = Database.open(address, 8);
    }

    /// A new, migrated, empty database.
    public static StoreFixture open() {
        String name = "parlance_test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        run("create database " + name);
        DatabaseAddress server = Server.ADDRESS;
        String url = server.jdbcUrl().replaceFirst("(//[^/]+/)[^?]*", "$1" + name);
        return new StoreFixture(name, new DatabaseAddress(url, server.user(), server.password()));
    }

    public Database database() {
        return database;
    }

    public DatabaseAddress address() {
        return address;
    }

    /// A new tenant of this name.
    public Tenant tenant(String tenantName) {
        return new PostgresRegistry(database).create(tenantName).orElseThrow();
    }

    /// Makes exactly this tenant.
    public void tenant(Tenant wanted) {
        assertThat(tenant(wanted.name()).id()).isEqualTo(wanted.id());
        Sql named = Sql.of(
                "update tenant set public_id = ? where id = ?",
                wanted.publicId(),
                wanted.id().value());
        database.control(named::change);
    }

    /// A connection as the owner of the tables, for looking at what is really stored.
    public Connection owner() throws SQLException {
        Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        connection.setSchema("parlance");
        return connection;
    }

    @Override
    public void close() {
        database.close();
        run("drop database if exists " + name + " with (force)");
    }

    private static void run(String sql) {
        DatabaseAddress server = Server.ADDRESS;
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Started when first needed, stopped when the tests' JVM ends.
    private static final class Server {
        static final DatabaseAddress ADDRESS = address();

        private static DatabaseAddress address() {
            String given = System.getenv("PARLANCE_TEST_DATABASE_URL");
            return given == null || given.isBlank() ? embedded() : DatabaseAddress.parse(given);
        }

        private static DatabaseAddress embedded() {
            try {
                Path directory = Files.createTempDirectory("parlance-test");
                // Root's server runs under another account, which must be able to enter; else it goes to /var/lib.
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
                EmbeddedPostgres postgres = EmbeddedPostgres.start(directory);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, directory)));
                return new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres postgres, Path directory) {
            postgres.close();
            try (var files = Files.walk(directory)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException | UncheckedIOException e) {
                System.err.println("left behind: " + directory);
            }
        }
    }
}
