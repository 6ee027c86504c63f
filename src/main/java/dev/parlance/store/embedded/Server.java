package dev.parlance.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The server of one home: adopted when it runs, started when it does not. Used only inside the home's [Gate].
record Server(Home home, Account account) {
    /// A crash may leave a gigabyte of log to replay.
    private static final Duration RECOVERY = Duration.ofMinutes(10);

    static Server of(Home home) throws IOException {
        return new Server(home, Account.forCluster(home.cluster()));
    }

    /// A server that died is started on its old port, so that those who still use it find it again.
    Postmaster up(boolean nobodyElse, int wantedPort, Consumer<String> progress) throws IOException {
        Optional<Postmaster> running = adopt(progress);
        if (running.isPresent()) {
            return running.get();
        }
        Path file = Postmaster.file(home.cluster());
        Optional<Postmaster> dead = Postmaster.describedIn(file);
        // PostgreSQL would refuse to start when the dead server's process number now belongs to any other program.
        if (nobodyElse && dead.filter(Postmaster::isPostgres).isEmpty()) {
            Files.deleteIfExists(file);
        }
        Binaries binaries =
                Cache.of(home, account).binaries(account, Platform.current().archive(), progress);
        new Cluster(home, account, binaries).createIfAbsent(progress);
        Configuration.write(home.cluster(), account);
        return new Launch(home, account, binaries)
                .start(dead.map(Postmaster::port).orElse(wantedPort), RECOVERY);
    }

    void down() throws IOException {
        Optional<Postmaster> running = Postmaster.find(home.cluster());
        if (running.isPresent()) {
            running.get().stop(home.cluster(), account);
        }
    }

    private Optional<Postmaster> adopt(Consumer<String> progress) throws IOException {
        Optional<Postmaster> running = Postmaster.find(home.cluster());
        if (running.filter(Predicate.not(Postmaster::ready)).isPresent()) {
            progress.accept("Waiting for the database, which is starting, recovering or stopping");
            Pause.until(RECOVERY, () -> !running.get().runs(home.cluster()) || isReady());
            return Postmaster.find(home.cluster());
        }
        return running;
    }

    private boolean isReady() {
        try {
            return Postmaster.find(home.cluster()).filter(Postmaster::ready).isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }
}
