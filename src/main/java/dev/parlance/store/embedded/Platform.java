package dev.parlance.store.embedded;

import java.net.URL;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which of the bundled archives of PostgreSQL's programs runs on this machine.
record Platform(String system, String processor) {
    private static final String OWN_SERVER =
            "Start a PostgreSQL 15 or newer yourself and set PARLANCE_DATABASE_URL, for example postgresql://user:password@localhost/parlance.";

    static Platform current() {
        return new Platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    URL archive() {
        String name = "/postgres-linux-" + architecture() + ".txz";
        @Nullable URL archive = Platform.class.getResource(name);
        if (archive == null) {
            throw new EmbeddedPostgresException("This build of Parlance lacks " + name + ". " + OWN_SERVER);
        }
        return archive;
    }

    private String architecture() {
        if (!system.toLowerCase(Locale.ROOT).startsWith("linux")) {
            throw unsupported();
        }
        return switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> throw unsupported();
        };
    }

    private EmbeddedPostgresException unsupported() {
        return new EmbeddedPostgresException(
                "The embedded database runs on Linux on amd64 and arm64, not on %s on %s. %s"
                        .formatted(system, processor, OWN_SERVER));
    }
}
