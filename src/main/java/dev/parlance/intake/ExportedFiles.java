package dev.parlance.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The files of exported conversations, written under the folder by the names that they have; a name that another
/// conversation took goes into a folder of the conversation's number.
final class ExportedFiles {
    private static final int MOST_TRIES = 1000;

    private final Tenants.Opened tenant;
    private final @Nullable Path folder;
    private long written;
    private long left;

    ExportedFiles(Tenants.Opened tenant, @Nullable Path folder) {
        this.tenant = tenant;
        this.folder = folder;
    }

    /// The names that the files of a conversation have in its record.
    UnaryOperator<String> names(long conversation) {
        Map<String, String> known = new HashMap<>();
        return name -> known.computeIfAbsent(name, given -> name(conversation, given));
    }

    /// What should be known of files that the export names.
    Optional<String> findRemark() {
        if (left == 0) {
            return Optional.empty();
        }
        return Optional.of(
                folder == null
                        ? "The records name " + left + " files, which --files DIR writes as well."
                        : "Of the files that the records name, " + left + " are not held and " + written
                                + " are written.");
    }

    private String name(long conversation, String name) {
        if (folder == null) {
            left++;
            return name;
        }
        String free = free(folder, conversation, name);
        boolean held = write(folder.resolve(free), conversation, name);
        written += held ? 1 : 0;
        left += held ? 0 : 1;
        return held ? free : name;
    }

    private static String free(Path folder, long conversation, String name) {
        return IntStream.range(0, MOST_TRIES)
                .mapToObj(attempt -> candidate(conversation, name, attempt))
                .filter(candidate -> isFree(folder, candidate))
                .findFirst()
                .orElseThrow(() -> new UncheckedIOException(new IOException("no name is free")));
    }

    private static String candidate(long conversation, String name, int attempt) {
        return switch (attempt) {
            case 0 -> name;
            case 1 -> conversation + "/" + name;
            default -> conversation + "-" + attempt + "/" + name;
        };
    }

    /// Not taken, and inside the folder, which a name from elsewhere might not be.
    private static boolean isFree(Path folder, String name) {
        Path path = folder.resolve(name).normalize();
        Path parent = path.getParent();
        if (parent == null || !path.startsWith(folder.normalize()) || Files.exists(path)) {
            return false;
        }
        try {
            Files.createDirectories(parent);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean write(Path path, long conversation, String name) {
        try {
            boolean held;
            try (OutputStream out = Files.newOutputStream(path)) {
                held = tenant.read(conversation, name, part -> write(out, part));
            }
            if (!held) {
                Files.delete(path);
            }
            return held;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, byte[] part) {
        try {
            out.write(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
