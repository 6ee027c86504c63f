package dev.parlance.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The server's log file.
record Log(Path file) {
    private static final long ENOUGH = 10L << 20;
    private static final int SHOWN_LINES = 10;

    /// Called while no server runs: a server keeps writing to the file that it was started with.
    void rotate() throws IOException {
        if (size() > ENOUGH) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /// The last lines written after the file had that size.
    String since(long size) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            stream.skipNBytes(size);
            List<String> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
        }
    }
}
