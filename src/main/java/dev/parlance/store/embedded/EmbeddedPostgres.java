package dev.parlance.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A running PostgreSQL whose data lies in a directory. All processes that use one directory share one server: the
/// first
/// starts it or adopts one that a killed process left, the last to close stops it.
public final class EmbeddedPostgres implements AutoCloseable {
    private final Server server;
    private final int port;
    private final String password;
    private boolean closed;

    private EmbeddedPostgres(Server server, int port, String password) {
        this.server = server;
        this.port = port;
        this.password = password;
    }

    public static EmbeddedPostgres start(Path dataDirectory) {
        return start(dataDirectory, line -> {});
    }

    /// Starts or adopts the server; `progress` hears, in lines for people, what takes longer than a moment.
    public static EmbeddedPostgres start(Path dataDirectory, Consumer<String> progress) {
        Platform.current().archive();
        try {
            Home home = Home.of(dataDirectory, progress);
            return Gate.holding(home.gate(), progress, () -> enter(home, progress));
        } catch (IOException failure) {
            throw EmbeddedPostgresException.of(dataDirectory, failure);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, Cluster.DATABASE);
    }

    public String user() {
        return Cluster.USER;
    }

    public String password() {
        return password;
    }

    /// Stops the server if nobody else uses it. Safe to call twice.
    @Override
    public void close() {
        Home home = server.home();
        try {
            Gate.holding(home.gate(), line -> {}, this::leave);
        } catch (IOException failure) {
            throw EmbeddedPostgresException.of(home.directory(), failure);
        }
    }

    private static EmbeddedPostgres enter(Home home, Consumer<String> progress) throws IOException {
        boolean first = Users.enter(home.users());
        try {
            Server server = Server.of(home);
            int port = server.up(first, progress).port();
            return new EmbeddedPostgres(server, port, Cluster.passwordOf(home));
        } catch (IOException | RuntimeException failure) {
            Users.leave(home.users());
            throw failure;
        }
    }

    private boolean leave() throws IOException {
        if (closed) {
            return false;
        }
        closed = true;
        boolean last = Users.leave(server.home().users());
        if (last) {
            server.down();
        }
        return last;
    }
}
