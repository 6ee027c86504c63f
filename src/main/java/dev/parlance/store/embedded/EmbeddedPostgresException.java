package dev.parlance.store.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The embedded database could not be used. The message says what to do about it and holds no customer's words.
public final class EmbeddedPostgresException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EmbeddedPostgresException(String message) {
        super(message);
    }

    private EmbeddedPostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static EmbeddedPostgresException of(Path directory, IOException failure) {
        String advice = switch (failure) {
            case AccessDeniedException denied ->
                "This user may not use %s. Let it write there, or choose another data directory."
                        .formatted(denied.getFile());
            case FileAlreadyExistsException taken -> occupied(taken.getFile());
            case NotDirectoryException taken -> occupied(taken.getFile());
            default ->
                fullDisk(failure)
                        ? "The disk that holds %s is full. Free some space and start again.".formatted(directory)
                        : "The database in %s cannot be used: %s".formatted(directory, failure);
        };
        return new EmbeddedPostgresException(advice, failure);
    }

    private static String occupied(String file) {
        return "%s is not a directory. Choose another data directory.".formatted(file);
    }

    private static boolean fullDisk(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("No space left on device") || message.contains("Disk quota exceeded");
    }
}
