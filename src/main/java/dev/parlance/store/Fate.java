package dev.parlance.store;

import dev.parlance.journal.Committed;
import dev.parlance.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of a transaction whose connection broke while it was committed: the database knows.
final class Fate {
    private static final int TRIES = 40;
    private static final long PAUSE_MILLIS = 100;

    private final Database database;
    private @Nullable String transaction;
    private @Nullable Committed committed;

    Fate(Database database) {
        this.database = database;
    }

    /// All is done but the commit.
    void decides(String id, Committed result) {
        transaction = id;
        committed = result;
    }

    /// The result when it is durable, empty when nothing of it is.
    ///
    /// @throws dev.parlance.problem.Refusal Unavailable when the database cannot say
    Optional<Committed> findCommitted() {
        for (int i = 0; committed != null && i < TRIES; i++) {
            switch (status()) {
                case "committed" -> {
                    return Optional.of(committed);
                }
                case "aborted" -> {
                    return Optional.empty();
                }
                default -> pause();
            }
        }
        if (committed != null) {
            throw new Problem.Unavailable("The database does not say whether the change was made.").refusal();
        }
        return Optional.empty();
    }

    private String status() {
        String id = transaction == null ? "0" : transaction;
        return database.askOnce(Sql.of("select pg_xact_status(?::text::xid8)", id), rows -> {
            rows.next();
            @Nullable String status = rows.getString(1);
            return status == null ? "aborted" : status;
        });
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem.Unavailable("The server is stopping.").refusal();
        }
    }
}
