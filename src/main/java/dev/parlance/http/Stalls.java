package dev.parlance.http;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/// Cuts connections whose client keeps us waiting: for the rest of a head, for a body, or to take its answer.
final class Stalls implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final ConcurrentHashMap<Runnable, Long> deadlines = new ConcurrentHashMap<>();
    private final Thread watch = Thread.ofVirtual().name("stalled connections").unstarted(this::watch);

    void start() {
        watch.start();
    }

    /// From now on `cut` is run unless [#resumed] comes within the time.
    void waiting(Runnable cut, Duration patience) {
        deadlines.put(cut, System.nanoTime() + patience.toNanos());
    }

    void resumed(Runnable cut) {
        deadlines.remove(cut);
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                cutOverdue();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void cutOverdue() {
        long now = System.nanoTime();
        deadlines.forEach((cut, deadline) -> {
            if (now - deadline > 0 && deadlines.remove(cut, deadline)) {
                cut.run();
            }
        });
    }
}
