package dev.parlance.command;

import dev.parlance.problem.Refusal;
import dev.parlance.tenant.NewToken;
import dev.parlance.tenant.Scopes;
import dev.parlance.tenant.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// The demo's token, kept in a file that only its owner reads, so that what was pasted yesterday works today.
record DemoToken(House house, Tenant tenant, Path directory) {
    String get() throws IOException {
        Path file = directory.resolve("demo-token");
        if (Files.isReadable(file)) {
            String kept = Files.readString(file).strip();
            if (works(kept)) {
                return kept;
            }
        }
        NewToken wanted = new NewToken("pl_", List.of(tenant), null, Scopes.all(), null, null, null);
        String fresh = house.tokens().create(wanted).text();
        Files.createDirectories(directory);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, fresh);
        return fresh;
    }

    private boolean works(String token) {
        try {
            return house.tokens().admit(token, null).tenant().equals(tenant);
        } catch (Refusal e) {
            return false;
        }
    }
}
