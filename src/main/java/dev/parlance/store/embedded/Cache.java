package dev.parlance.store.embedded;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where this user's unpacked programs lie: a cache outside the data directory, or the database's home where there is
/// none.
record Cache(Path preferred, Path fallback) {
    static Cache of(Home home, Account account) throws IOException {
        return new Cache(account.differsFromUs() ? Path.of("/var/cache/parlance") : ofUser(), home.directory());
    }

    Binaries binaries(Account account, URL archive, Consumer<String> progress) throws IOException {
        return Binaries.unpackedIn(usable(account) ? preferred : fallback, archive, progress);
    }

    private boolean usable(Account account) throws IOException {
        try {
            Files.createDirectories(preferred);
            Archive.letAllEnter(preferred);
        } catch (IOException unwritable) {
            return false;
        }
        return Files.isWritable(preferred) && account.canEnter(preferred);
    }

    private static Path ofUser() {
        @Nullable String configured = System.getenv("XDG_CACHE_HOME");
        Path caches = configured == null || configured.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return caches.resolve("parlance").toAbsolutePath();
    }
}
