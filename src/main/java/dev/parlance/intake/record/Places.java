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

    /// The file's whole path.
    @Nullable
    String file() {
        String file = members.text("file");
        if (file == null) {
            return null;
        }
        Path folder = origin.folder();
        if (folder == null || file.isBlank()) {
            members.wrong("file", "text", folder == null ? "a file cannot be named here; give a url" : "empty text");
            return null;
        }
        try {
            return folder.resolve(file).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            members.wrong("file", "text", "text that is no file's name");
            return null;
        }
    }
}
