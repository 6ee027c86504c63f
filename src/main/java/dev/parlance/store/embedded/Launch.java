package dev.parlance.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Starts a server and waits until it takes connections. What a killed server leaves behind for some seconds (its
/// lock file while nobody has waited for the dead process, its shared memory while its children end) is tried again.
record Launch(Home home, Account account, Binaries binaries) {
    static final int ANY_PORT = 0;

    private static final Duration LEFTOVERS = Duration.ofSeconds(15);
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final String PORT_TAKEN = "could not bind";
    private static final List<String> PASSING = List.of("already exists", "pre-existing shared memory", PORT_TAKEN);

    Postmaster start(int wantedPort, Duration patience) throws IOException {
        Log log = new Log(home.log());
        log.rotate();
        Instant giveUp = Instant.now().plus(LEFTOVERS);
        int port = wantedPort == ANY_PORT ? freePort() : wantedPort;
        while (true) {
            long before = log.size();
            Optional<Postmaster> started = attempt(port, patience);
            if (started.isPresent()) {
                return started.get();
            }
            String said = log.since(before);
            if (PASSING.stream().noneMatch(said::contains) || Instant.now().isAfter(giveUp)) {
                throw failure(said);
            }
            port = said.contains(PORT_TAKEN) ? freePort() : port;
            Pause.of(BETWEEN);
        }
    }

    /// In a session of its own, so that Ctrl-C in our terminal does not stop the database before us.
    private Optional<Postmaster> attempt(int port, Duration patience) throws IOException {
        List<String> words = new ArrayList<>(List.of("setsid"));
        words.addAll(account.command(
                binaries.program("postgres"), "-D", home.cluster().toString(), "-p", Integer.toString(port)));
        Process process = new Command(words, home.directory()).launch(home.log());
        AtomicReference<Optional<Postmaster>> ready = new AtomicReference<>(Optional.empty());
        boolean decided = Pause.until(patience, () -> {
            ready.set(findReady(process.pid()));
            return ready.get().isPresent() || !process.isAlive();
        });
        if (!decided) {
            throw failure("it was not ready after " + patience.toMinutes() + " minutes");
        }
        return ready.get();
    }

    private Optional<Postmaster> findReady(long process) {
        try {
            return Postmaster.find(home.cluster())
                    .filter(postmaster -> postmaster.process() == process && postmaster.ready());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private EmbeddedPostgresException failure(String said) {
        Path log = home.log();
        return new EmbeddedPostgresException(
                "The database in %s does not start. Its log, %s, ends with:%n%s".formatted(home.cluster(), log, said));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
