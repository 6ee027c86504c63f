package dev.parlance.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/// A running PostgreSQL whose data lies in a directory. All processes that use one directory share one server: the
/// first starts it or adopts one that a killed process left, the last to close stops it. A server that dies while it
/// is used is started again on the same port, so a pool finds it again.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
    private static final Duration BETWEEN_REVIVALS = Duration.ofSeconds(5);

    private final Server server;
    private final String password;
    private volatile int port;
    private volatile boolean closed;

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
            Postmaster postmaster = server.up(first, Launch.ANY_PORT, progress);
            EmbeddedPostgres postgres = new EmbeddedPostgres(server, postmaster.port(), Cluster.passwordOf(home));
            postgres.watch(postmaster);
            return postgres;
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

    private void watch(Postmaster postmaster) {
        Thread.ofVirtual().name("database watch").start(() -> {
            ProcessHandle.of(postmaster.process())
                    .ifPresent(handle -> handle.onExit().join());
            while (!closed && !revived()) {
                Pause.of(BETWEEN_REVIVALS);
            }
        });
    }

    private boolean revived() {
        try {
            return Gate.holding(server.home().gate(), line -> {}, this::revive);
        } catch (IOException | EmbeddedPostgresException failure) {
            LOG.log(System.Logger.Level.ERROR, "The database ended and cannot be started again yet", failure);
            return false;
        }
    }

    private boolean revive() throws IOException {
        if (!closed) {
            LOG.log(System.Logger.Level.WARNING, "The database ended unexpectedly; starting it again");
            Postmaster again = server.up(false, port, line -> {});
            port = again.port();
            watch(again);
        }
        return true;
    }
}
