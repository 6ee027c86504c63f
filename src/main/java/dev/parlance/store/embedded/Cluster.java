package dev.parlance.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Consumer;

/// The database's files. They are made beside their place and moved there when complete, so a cluster that is there
/// is whole.
record Cluster(Home home, Account account, Binaries binaries) {
    static final String USER = "parlance";
    static final String DATABASE = "parlance";

    void createIfAbsent(Consumer<String> progress) throws IOException {
        if (Files.isDirectory(home.cluster())) {
            account.own(home.cluster());
            return;
        }
        progress.accept("Creating the database in " + home.cluster());
        Path fresh = home.directory().resolve("postgres.new");
        Archive.delete(fresh);
        Files.createDirectory(fresh);
        account.own(fresh);
        writePassword();
        run("", initdb(fresh));
        Files.writeString(fresh.resolve("postgresql.conf"), Configuration.ENTRY);
        Configuration.write(fresh, account);
        run(
                "CREATE DATABASE " + DATABASE + "\n",
                binaries.program("postgres"),
                "--single",
                "-D",
                fresh.toString(),
                "postgres");
        Files.move(fresh, home.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    static String passwordOf(Home home) throws IOException {
        if (!Files.exists(home.password())) {
            throw new EmbeddedPostgresException(
                    "%s is missing. Bring it back from your backup: the database in %s opens only with it."
                            .formatted(home.password(), home.cluster()));
        }
        return Files.readString(home.password()).strip();
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(home.password());
        Files.createFile(
                home.password(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(home.password(), Base64.getUrlEncoder().encodeToString(random) + "\n");
        account.own(home.password());
    }

    private String[] initdb(Path directory) {
        return new String[] {
            binaries.program("initdb"),
            "--pgdata=" + directory,
            "--username=" + USER,
            "--pwfile=" + home.password(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums"
        };
    }

    private void run(String input, String... words) throws IOException {
        new Command(account.command(words), home.directory()).run(input);
    }
}
