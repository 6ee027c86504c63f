package dev.parlance.store;

import java.io.Serial;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The database refused or failed. The message has the SQL state and never a bound value or a customer's word.
public final class StoreException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String state;

    StoreException(SQLException cause) {
        super("The database reported SQL state " + cause.getSQLState() + ".", traceOf(cause));
        this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    StoreException(String message) {
        super(message);
        this.state = "";
    }

    /// The five-character SQL state, empty when there is none.
    public String state() {
        return state;
    }

    /// Whether trying again later may help: the connection was lost or refused, the server stops or is full.
    static boolean isTransient(SQLException e) {
        String state = e.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || e instanceof java.sql.SQLTransientException;
    }

    /// Where it happened, without the driver's words, which may quote values.
    private static @Nullable Throwable traceOf(SQLException cause) {
        Throwable place = new Throwable(cause.getClass().getName());
        place.setStackTrace(cause.getStackTrace());
        return place;
    }
}
