package dev.parlance.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// JUnit's directory is closed to all accounts but ours, as root's home is to PostgreSQL's.
class HomeTest {
    @TempDir
    Path closed;

    @BeforeEach
    void onlyRootRunsPostgresUnderAnotherAccount() throws IOException {
        assumeTrue(Account.forCluster(closed.resolve("none")).differsFromUs());
    }

    @Test
    void aClosedDirectorySendsTheDatabaseElsewhereForGood() throws IOException {
        List<String> said = new ArrayList<>();
        Home home = Home.of(closed, said::add);
        try {
            assertThat(home.directory()).startsWith(Path.of("/var/lib/parlance"));
            assertThat(said)
                    .singleElement()
                    .asString()
                    .contains("cannot enter", home.directory().toString());
            assertThat(closed.resolve("postgres.location"))
                    .hasContent(home.directory().toString());
            assertThat(Home.of(closed, said::add)).isEqualTo(home);
            assertThat(Account.forCluster(home.cluster()).canEnter(home.directory()))
                    .isTrue();
        } finally {
            Archive.delete(home.directory());
        }
        assertThatThrownBy(() -> Home.of(closed, said::add)).hasMessageContaining("which does not exist");
    }

    @Test
    void aDatabaseWhoseDirectoryWasClosedLaterIsNotReplacedByAnEmptyOne() throws IOException {
        Files.createDirectory(closed.resolve("postgres"));
        assertThatThrownBy(() -> Home.of(closed, line -> {}))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("chmod o+x");
    }
}
