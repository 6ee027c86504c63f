package dev.parlance.intake;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The report of what was not taken: `FILE:LINE: MEMBER: REASON`, written as it comes. The file is made by the first
/// rejection.
public final class Rejections implements Closeable {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private @Nullable Path path;
    private @Nullable BufferedWriter writer;

    /// `path` is the report's file; null lets us choose one in the working directory, or in the system's temporary
    /// directory when that cannot be written.
    public Rejections(@Nullable Path path) {
        this.path = path;
    }

    void add(String file, long line, String member, String reason) {
        try {
            if (writer == null) {
                path = path == null ? chosen() : path;
                writer =
                        new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(path), StandardCharsets.UTF_8));
            }
            writer.write(file + ":" + line + ": " + member + ": " + reason + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the report " + path + " cannot be written", e);
        }
    }

    /// Where the report is, empty when nothing was rejected.
    public Optional<Path> findPath() {
        return writer == null ? Optional.empty() : Optional.ofNullable(path);
    }

    private static Path chosen() throws IOException {
        String name = "parlance-import-" + STAMP.format(LocalDateTime.now(ZoneOffset.UTC)) + "-";
        try {
            return Files.createTempFile(Path.of("").toAbsolutePath(), name, ".rejected.txt");
        } catch (IOException e) {
            return Files.createTempFile(name, ".rejected.txt");
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
