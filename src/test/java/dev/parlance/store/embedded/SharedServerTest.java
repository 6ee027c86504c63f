package dev.parlance.store.embedded;

import static dev.parlance.store.embedded.Databases.ask;
import static dev.parlance.store.embedded.Databases.execute;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedServerTest {
    @TempDir
    static Path data;

    @BeforeAll
    static void makeTheDatabase() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Databases.open(data))) {
            execute(postgres, "CREATE TABLE kept (value integer)");
        }
    }

    @Test
    void theLastOfTwoProcessesStopsTheServer() throws IOException, SQLException {
        EmbeddedPostgres ours = EmbeddedPostgres.start(data);
        try (OtherProcess other = OtherProcess.using(data)) {
            assertThat(other.jdbcUrl()).isEqualTo(ours.jdbcUrl());
            ours.close();
            assertThat(Databases.runs(data)).isTrue();
        }
        assertThat(Databases.runs(data)).isFalse();
    }

    @Test
    void theFirstOfTwoProcessesMayLeaveBeforeTheOther() throws IOException, SQLException {
        OtherProcess other = OtherProcess.using(data);
        try (EmbeddedPostgres ours = EmbeddedPostgres.start(data)) {
            assertThat(ours.jdbcUrl()).isEqualTo(other.jdbcUrl());
            other.close();
            assertThat(ask(ours, "SELECT 1")).isEqualTo("1");
        }
        assertThat(Databases.runs(data)).isFalse();
    }

    @Test
    void theServerOfAKilledProcessIsAdoptedAndThenStopped() throws IOException, SQLException {
        OtherProcess other = OtherProcess.using(data);
        other.kill();
        Postmaster orphan = Databases.postmaster(data);
        try (EmbeddedPostgres ours = EmbeddedPostgres.start(data)) {
            assertThat(Databases.postmaster(data)).isEqualTo(orphan);
            assertThat(ask(ours, "SELECT 1")).isEqualTo("1");
        }
        assertThat(Databases.runs(data)).isFalse();
    }

    @Test
    void aServerKilledWithItsStarterKeepsWhatWasCommitted() throws IOException, SQLException {
        OtherProcess other = OtherProcess.using(data);
        try (EmbeddedPostgres ours = EmbeddedPostgres.start(data)) {
            execute(ours, "INSERT INTO kept VALUES (42)");
            other.kill();
            Databases.kill(Databases.postmaster(data));
            try (EmbeddedPostgres again = EmbeddedPostgres.start(data)) {
                assertThat(ask(again, "SELECT count(*) FROM kept WHERE value = 42"))
                        .isEqualTo("1");
            }
        }
        assertThat(Databases.runs(data)).isFalse();
    }

    @Test
    void aServerThatDiesUnderItsUserComesBackWhereItWas() throws IOException, SQLException {
        try (EmbeddedPostgres ours = EmbeddedPostgres.start(data)) {
            String before = ours.jdbcUrl();
            Postmaster killed = Databases.postmaster(data);
            Databases.kill(killed);
            assertThat(Pause.until(Duration.ofSeconds(15), () -> Databases.answers(ours)))
                    .isTrue();
            assertThat(ours.jdbcUrl()).isEqualTo(before);
            assertThat(Databases.postmaster(data)).isNotEqualTo(killed);
        }
        assertThat(Databases.runs(data)).isFalse();
    }

    @Test
    void aLeftoverFileThatNamesAnotherProgramIsNoObstacle() throws IOException, SQLException {
        String leftover = "%d\n%s\n0\n1\n\n127.0.0.1\n"
                .formatted(ProcessHandle.current().parent().orElseThrow().pid(), data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/postmaster.pid"), leftover);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
        }
    }
}
