package dev.parlance.intake;

import dev.parlance.intake.format.Entries;
import dev.parlance.intake.format.Formats;
import dev.parlance.intake.record.Origin;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One file of an import, or standard input. `name` is how the command names it.
record SourceFile(String name) {
    private static final List<String> EXTENSIONS = List.of(".gz", ".ndjson", ".jsonl", ".json", ".csv", ".tsv", ".txt");

    boolean isStandardInput() {
        return name.equals("-");
    }

    /// How reports call it.
    String shown() {
        return isStandardInput() ? "stdin" : name;
    }

    /// The file's name without folder and extensions.
    String bareName() {
        if (isStandardInput()) {
            return "stdin";
        }
        Path last = Path.of(name).getFileName();
        String bare = last == null ? name : last.toString();
        for (String extension : EXTENSIONS) {
            boolean more = bare.length() > extension.length();
            bare = more && bare.endsWith(extension) ? bare.substring(0, bare.length() - extension.length()) : bare;
        }
        return bare;
    }

    /// The name of the folder that holds it, empty for standard input.
    String folderName() {
        Path folder = isStandardInput()
                ? null
                : Path.of(name).toAbsolutePath().normalize().getParent();
        Path last = folder == null ? null : folder.getFileName();
        return last == null ? "" : last.toString();
    }

    Origin origin(@Nullable String mapping) {
        return new Origin(mapping == null ? bareName() : mapping, folder());
    }

    /// The folder that files named in it are relative to; for standard input the working directory.
    Path folder() {
        Path folder = isStandardInput() ? null : Path.of(name).toAbsolutePath().getParent();
        return folder == null ? Path.of("").toAbsolutePath() : folder;
    }

    /// The file's bytes; empty when nobody knows.
    OptionalLong findSize() {
        try {
            Path path = Path.of(name);
            return !isStandardInput() && Files.isRegularFile(path)
                    ? OptionalLong.of(Files.size(path))
                    : OptionalLong.empty();
        } catch (IOException | InvalidPathException e) {
            return OptionalLong.empty();
        }
    }

    /// Opens it; `bytes` counts what is read.
    @SuppressWarnings("resource")
    Entries open(InputStream standardInput, AtomicLong bytes) throws IOException {
        InputStream stream = isStandardInput() ? standardInput : new FileInputStream(name);
        try {
            return Formats.open(new Counted(stream, bytes), name);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    private static final class Counted extends FilterInputStream {
        private final AtomicLong bytes;

        Counted(InputStream stream, AtomicLong bytes) {
            super(stream);
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytes.addAndGet(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            bytes.addAndGet(Math.max(0, read));
            return read;
        }
    }
}
