package dev.parlance.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

/// The directory that holds a database and all that belongs to it. It is the data directory itself, unless
/// PostgreSQL's account cannot enter that (root's home, say): then it lies in `/var/lib/parlance`, and a file in the
/// data directory names it.
record Home(Path directory) {
    private static final String POINTER = "postgres.location";
    private static final Path REACHABLE = Path.of("/var/lib/parlance");

    static Home of(Path dataDirectory, Consumer<String> progress) throws IOException {
        Path data = Files.createDirectories(dataDirectory).toRealPath();
        Home here = new Home(data);
        return Gate.holding(here.gate(), progress, () -> here.orElsewhere(progress));
    }

    Path cluster() {
        return directory.resolve("postgres");
    }

    Path password() {
        return directory.resolve("postgres.password");
    }

    Path log() {
        return directory.resolve("postgres.log");
    }

    Path gate() {
        return directory.resolve("start.lock");
    }

    Path users() {
        return directory.resolve("in-use.lock");
    }

    private Home orElsewhere(Consumer<String> progress) throws IOException {
        Path pointer = directory.resolve(POINTER);
        if (Files.exists(pointer)) {
            return named(pointer);
        }
        Account account = Account.forCluster(cluster());
        return account.canEnter(directory) ? this : elsewhere(account, pointer, progress);
    }

    private static Home named(Path pointer) throws IOException {
        Path directory = Path.of(Files.readString(pointer).strip());
        if (!Files.isDirectory(directory)) {
            throw new EmbeddedPostgresException(
                    "%s says that the database lies in %s, which does not exist. Bring it back, or delete %s to begin with an empty database."
                            .formatted(pointer, directory, pointer));
        }
        return new Home(directory);
    }

    private Home elsewhere(Account account, Path pointer, Consumer<String> progress) throws IOException {
        if (Files.exists(cluster())) {
            throw new EmbeddedPostgresException(
                    "The account %s, which runs the database, cannot enter %s. Let it: chmod o+x on that directory and on each one above it."
                            .formatted(account.name(), directory));
        }
        Files.createDirectories(REACHABLE);
        open(REACHABLE);
        Path place = Files.createTempDirectory(REACHABLE, directory.getFileName() + "-");
        open(place);
        Files.writeString(pointer, place + "\n");
        progress.accept("The account %s, which runs the database, cannot enter %s: the database lies in %s"
                .formatted(account.name(), directory, place));
        return new Home(place);
    }

    private static void open(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    }
}
