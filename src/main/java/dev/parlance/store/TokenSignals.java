package dev.parlance.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Hears from PostgreSQL when any process changed a token. While it cannot hear, nothing may be believed of tokens.
public final class TokenSignals implements AutoCloseable {
    static final String CHANNEL = "parlance_tokens";

    private static final Logger LOG = System.getLogger(TokenSignals.class.getName());
    private static final int WAIT_MILLIS = 1_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DatabaseAddress address;
    private final Listener listener;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Connection connection;

    /// Who wants to know.
    public interface Listener {
        /// Tokens changed: forget what is known of them.
        void changed();

        /// Whether changes are heard from now on.
        void hearing(boolean heard);
    }

    private TokenSignals(DatabaseAddress address, Listener listener) {
        this.address = address;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("token-signals").unstarted(this::run);
    }

    /// Listens on a connection of its own, and on a new one whenever that is lost.
    public static TokenSignals listen(DatabaseAddress address, Listener listener) {
        TokenSignals signals = new TokenSignals(address, listener);
        signals.thread.start();
        return signals;
    }

    private void run() {
        while (!closed) {
            try {
                hear();
            } catch (SQLException e) {
                LOG.log(
                        closed ? Level.DEBUG : Level.WARNING,
                        "Not hearing of changed tokens; asking for each instead.");
            }
            listener.hearing(false);
            pause();
        }
    }

    private void hear() throws SQLException {
        try (Connection own = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = own.createStatement()) {
            connection = own;
            statement.execute("listen " + CHANNEL);
            listener.changed();
            listener.hearing(true);
            PGConnection notices = own.unwrap(PGConnection.class);
            while (!closed) {
                var heard = notices.getNotifications(WAIT_MILLIS);
                if (heard != null && heard.length > 0) {
                    listener.changed();
                }
            }
        }
    }

    private void pause() {
        try {
            if (!closed) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        Connection own = connection;
        if (own != null) {
            try {
                own.close();
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "The connection was gone already.");
            }
        }
        thread.interrupt();
    }
}
