package dev.parlance.store.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;

/// PostgreSQL's programs, unpacked once for a user and shared by all data directories.
record Binaries(Path directory) {
    /// The folder's name follows from the archive's content, so another version gets another folder.
    static Binaries unpackedIn(Path cache, URL archive, Consumer<String> progress) throws IOException {
        URLConnection connection = archive.openConnection();
        Path directory = cache.resolve("postgres-" + identity(connection));
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(cache);
            Archive.letAllEnter(cache);
            Gate.holding(cache.resolve("unpack.lock"), progress, () -> unpack(connection, directory, progress));
        }
        return new Binaries(directory);
    }

    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    private static Path unpack(URLConnection connection, Path directory, Consumer<String> progress) throws IOException {
        if (Files.isDirectory(directory)) {
            return directory;
        }
        Path partial = directory.resolveSibling(directory.getFileName() + ".partial");
        Archive.delete(partial);
        try (InputStream archive =
                new ReportingStream(connection.getInputStream(), connection.getContentLengthLong(), progress)) {
            Archive.unpack(new BufferedInputStream(archive), partial);
        }
        new Command(List.of("sync", "-f", partial.toString()), partial).succeeds();
        return Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String identity(URLConnection connection) throws IOException {
        return connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(connection.getContentLengthLong());
    }
}
