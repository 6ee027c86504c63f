package dev.parlance.intake;

import dev.parlance.conversation.Attachment;
import dev.parlance.conversation.Recording;
import dev.parlance.journal.Draft;
import dev.parlance.problem.Mistake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at the files that a record names: they must be there, and inside the folder also after links are followed.
final class Enclosures {
    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final List<Enclosed> files = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    private Enclosures(Path folder) {
        this.folder = folder;
    }

    /// All files of a draft; a name that comes twice is one file.
    static Enclosures of(Draft draft, Path folder) {
        Enclosures enclosures = new Enclosures(folder);
        Recording recording = draft.recording();
        if (recording != null && recording.file() != null) {
            enclosures.add(
                    "recording.file", recording.file(), MediaTypes.of(null, recording.file(), recording.format()));
        }
        for (int i = 0; i < draft.messages().size(); i++) {
            List<Attachment> attachments = draft.messages().get(i).attachments();
            for (int j = 0; j < attachments.size(); j++) {
                enclosures.add("messages[" + i + "].attachments[" + j + "].file", attachments.get(j));
            }
        }
        return enclosures;
    }

    List<Enclosed> files() {
        return files;
    }

    /// What is wrong with them.
    List<Mistake> mistakes() {
        return mistakes;
    }

    private void add(String member, Attachment attachment) {
        if (attachment.file() != null) {
            add(member, attachment.file(), MediaTypes.of(attachment.mimeType(), attachment.file(), null));
        }
    }

    private void add(String member, String name, String mediaType) {
        if (files.stream().anyMatch(file -> file.name().equals(name))) {
            return;
        }
        try {
            Path path = folder.resolve(name).toRealPath();
            String reason = objection(path);
            if (reason == null) {
                files.add(new Enclosed(member, name, path, mediaType, Files.size(path), version(path)));
            } else {
                wrong(member, reason);
            }
        } catch (NoSuchFileException e) {
            wrong(member, "there is no such file in the import file's folder");
        } catch (IOException e) {
            wrong(member, "the file cannot be read");
        }
    }

    private @Nullable String objection(Path path) throws IOException {
        if (!path.startsWith(folder.toRealPath())) {
            return "the file lies outside the import file's folder";
        }
        return Files.isRegularFile(path) ? null : "this is not a file";
    }

    private void wrong(String member, String reason) {
        mistakes.add(new Mistake(Mistake.Place.BODY, member, "file", reason));
    }

    private static String version(Path path) throws IOException {
        try (InputStream bytes = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
