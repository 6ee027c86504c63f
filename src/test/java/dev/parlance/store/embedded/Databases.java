package dev.parlance.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/// What the tests of this package ask of a database and of the directories it lies in.
final class Databases {
    private Databases() {}

    /// JUnit's directories are closed to other accounts, and root's PostgreSQL runs under another account.
    static Path open(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        return directory;
    }

    static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static boolean answers(EmbeddedPostgres postgres) {
        try {
            return "1".equals(ask(postgres, "SELECT 1"));
        } catch (SQLException down) {
            return false;
        }
    }

    static boolean runs(Path data) throws IOException {
        return Postmaster.find(new Home(data.toRealPath()).cluster()).isPresent();
    }

    static Postmaster postmaster(Path data) throws IOException {
        return Postmaster.find(new Home(data.toRealPath()).cluster()).orElseThrow();
    }

    /// Answers when the process has ended, though perhaps nobody has waited for it yet.
    static void kill(Postmaster postmaster) {
        ProcessHandle.of(postmaster.process()).orElseThrow().destroyForcibly();
        assertThat(Pause.until(Duration.ofSeconds(15), () -> !postmaster.isPostgres()))
                .isTrue();
    }
}
