package dev.parlance.intake.record;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the bytes of a recording or an attachment are: exactly one of `file` and `url`.
record Places(Members members, Origin origin) {
    private static final String EXPECTED = "exactly one of file and url is expected";

    @Nullable
    String url() {
        if (members.has("file") == members.has("url")) {
            members.wrong("url", members.has("url") ? "unknown" : "missing", EXPECTED);
        }
        return members.text("url");
    }

    /// The file's path inside the folder that the records come from. What lies outside is refused: records may have
    /// been
    /// written by somebody who must not read this machine.
    @Nullable
    String file() {
        String file = members.text("file");
        if (file == null) {
            return null;
        }
        if (origin.folder() == null || file.isBlank()) {
            members.wrong(
                    "file", "text", origin.folder() == null ? "a file cannot be named here; give a url" : "empty text");
            return null;
        }
        try {
            Path path = Path.of(file).normalize();
            if (path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty()) {
                members.wrong("file", "text", "a path that leads out of the import file's folder");
            }
            return path.toString();
        } catch (InvalidPathException e) {
            members.wrong("file", "text", "text that is no file's name");
            return null;
        }
    }
}
