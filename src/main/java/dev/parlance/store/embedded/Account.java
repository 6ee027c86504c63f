package dev.parlance.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The operating system's account that runs PostgreSQL. PostgreSQL refuses to be root, so for root this is another
/// account.
record Account(String name, int user, int group) {
    private static final int ROOT = 0;
    private static final List<String> CANDIDATES = List.of("postgres", "nobody");

    /// A cluster that exists is run by its owner, a new one by us or, when we are root, by the first candidate there
    /// is.
    static Account forCluster(Path cluster) throws IOException {
        Account self = ownerOf(Path.of("/proc/self"));
        if (self.user != ROOT) {
            return self;
        }
        if (Files.isDirectory(cluster)) {
            Account owner = ownerOf(cluster);
            if (owner.user != ROOT) {
                return owner;
            }
        }
        return chosen();
    }

    /// The words as this account's command line.
    List<String> command(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        if (differsFromUs()) {
            command.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--"));
        }
        command.addAll(List.of(words));
        return command;
    }

    boolean canEnter(Path directory) throws IOException {
        return !differsFromUs()
                || new Command(command("/bin/sh", "-c", "cd \"$1\"", "sh", directory.toString()), Path.of("/"))
                        .succeeds();
    }

    void own(Path path) throws IOException {
        if (!differsFromUs()) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path each : (Iterable<Path>) tree::iterator) {
                Files.setAttribute(each, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(each, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    boolean differsFromUs() throws IOException {
        return ownerOf(Path.of("/proc/self")).user != user;
    }

    private static Account ownerOf(Path path) throws IOException {
        return new Account(Files.getOwner(path).getName(), (int) Files.getAttribute(path, "unix:uid"), (int)
                Files.getAttribute(path, "unix:gid"));
    }

    private static Account chosen() throws IOException {
        String wanted = System.getenv("PARLANCE_POSTGRES_USER");
        for (String name : wanted == null ? CANDIDATES : List.of(wanted)) {
            Optional<Account> account = find(name);
            if (account.isPresent() && account.get().user != ROOT) {
                return account.get();
            }
        }
        throw new EmbeddedPostgresException(
                "PostgreSQL does not run as root, and there is no account %s. Create one, name another in PARLANCE_POSTGRES_USER, or run Parlance as an ordinary user."
                        .formatted(wanted == null ? String.join(" or ", CANDIDATES) : wanted));
    }

    private static Optional<Account> find(String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/etc/passwd"))) {
            return lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 3 && fields[0].equals(name))
                    .map(fields -> new Account(name, Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                    .findFirst();
        }
    }
}
