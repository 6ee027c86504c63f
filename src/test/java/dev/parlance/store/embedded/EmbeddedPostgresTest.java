package dev.parlance.store.embedded;

import static dev.parlance.store.embedded.Databases.ask;
import static dev.parlance.store.embedded.Databases.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    static Path data;

    static final List<String> FIRST_START = new ArrayList<>();

    @BeforeAll
    static void makeTheDatabase() throws IOException {
        EmbeddedPostgres.start(Databases.open(data), FIRST_START::add).close();
    }

    @Test
    void theFirstStartSaysWhatItMakes() {
        assertThat(FIRST_START).last().asString().startsWith("Creating the database in ");
    }

    @Test
    void rowsOutliveAStopAndNoProcessIsLeftBehind() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            execute(postgres, "CREATE TABLE kept AS SELECT 7 AS value");
        }
        assertThat(Databases.runs(data)).isFalse();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThat(ask(postgres, "SELECT value FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void aCommitIsOnTheDiskBeforeItIsAnswered() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(ask(postgres, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void textIsComparedByItsBytes() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThat(ask(postgres, "SELECT 'Z' < 'a' AND 'z' < 'ä' AND upper('ä') = 'Ä'"))
                    .isEqualTo("t");
            assertThat(ask(postgres, "SHOW server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void onlyThePasswordOpensTheDatabase() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThat(ask(postgres, "SHOW password_encryption")).isEqualTo("scram-sha-256");
            assertThat(ask(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guess"))
                    .hasMessageContaining("password authentication failed");
        }
        assertThat(Files.getPosixFilePermissions(data.resolve("postgres.password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void customersWordsStayOutOfTheLog() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThatThrownBy(() -> ask(postgres, "SELECT 'confidential-words'::integer"))
                    .hasMessageContaining("confidential-words");
        }
        assertThat(data.resolve("postgres.log")).content().contains("database system is shut down");
        assertThat(data.resolve("postgres.log")).content().doesNotContain("confidential-words");
    }

    @Test
    void twoUsersInOneProcessShareTheServer() throws SQLException, IOException {
        EmbeddedPostgres one = EmbeddedPostgres.start(data);
        EmbeddedPostgres two = EmbeddedPostgres.start(data);
        assertThat(two.jdbcUrl()).isEqualTo(one.jdbcUrl());
        one.close();
        one.close();
        assertThat(ask(two, "SELECT 1")).isEqualTo("1");
        two.close();
        assertThat(Databases.runs(data)).isFalse();
    }

    @Test
    void aServerThatDoesNotStartShowsItsLog() throws IOException {
        Path settings = data.resolve("postgres/postgresql.conf");
        String before = Files.readString(settings);
        Files.writeString(settings, "no_such_setting = 1\n", StandardOpenOption.APPEND);
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"")
                    .hasMessageContaining("postgres.log");
        } finally {
            Files.writeString(settings, before);
        }
    }

    @Test
    void aFileInTheDirectorysPlaceIsNamed(@TempDir Path elsewhere) throws IOException {
        Path file = Files.createFile(elsewhere.resolve("file"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(file))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessage(file + " is not a directory. Choose another data directory.");
    }

    @Test
    void anotherSystemIsToldToBringItsOwnServer() {
        assertThatThrownBy(() -> new Platform("Mac OS X", "aarch64").archive())
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("not on Mac OS X on aarch64")
                .hasMessageContaining("PARLANCE_DATABASE_URL");
        assertThatThrownBy(() -> new Platform("Linux", "riscv64").archive())
                .hasMessageContaining("not on Linux on riscv64");
        assertThat(new Platform("Linux", "aarch64").archive().toString()).endsWith("arm_64.txz");
    }
}
