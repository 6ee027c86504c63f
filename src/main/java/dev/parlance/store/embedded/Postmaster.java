package dev.parlance.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A running server process of one cluster, as its `postmaster.pid` describes it.
record Postmaster(long process, int port, boolean ready) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PROCESS_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /// A file that a crash left behind, or that is only half written, describes no running server.
    static Optional<Postmaster> find(Path cluster) throws IOException {
        return describedIn(file(cluster)).filter(postmaster -> postmaster.runs(cluster));
    }

    /// What the file says, whether or not that process lives.
    static Optional<Postmaster> describedIn(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException stopped) {
            return Optional.empty();
        }
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        boolean ready =
                lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        return Optional.of(new Postmaster(
                Long.parseLong(lines.get(PROCESS_LINE).strip()),
                Integer.parseInt(lines.get(PORT_LINE).strip()),
                ready));
    }

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /// Process numbers are used again, so the command line must name this cluster. A dead child that nobody has
    /// waited for has an empty one.
    boolean runs(Path cluster) {
        return isPostgres() && commandLine().contains(cluster.toString());
    }

    boolean isPostgres() {
        return commandLine().getFirst().endsWith("postgres");
    }

    private List<String> commandLine() {
        try {
            Path file = Path.of("/proc", Long.toString(process), "cmdline");
            return List.of(Files.readString(file).split("\0", -1));
        } catch (IOException gone) {
            return List.of("");
        }
    }

    /// Ends the clients' connections and writes a checkpoint; after a minute without success, stops at once, which is
    /// safe too.
    void stop(Path cluster, Account account) throws IOException {
        signal("INT", account);
        if (!ends(cluster, PATIENCE)) {
            signal("QUIT", account);
            ends(cluster, PATIENCE);
        }
    }

    private boolean ends(Path cluster, Duration patience) {
        return Pause.until(patience, () -> !runs(cluster));
    }

    private void signal(String name, Account account) throws IOException {
        List<String> kill = account.command("/bin/sh", "-c", "kill -" + name + " " + process);
        new Command(kill, Path.of("/")).succeeds();
    }
}
