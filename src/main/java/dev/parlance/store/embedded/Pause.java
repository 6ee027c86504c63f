package dev.parlance.store.embedded;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waiting for another process, which tells nobody when it is done.
final class Pause {
    private static final Duration STEP = Duration.ofMillis(10);

    private Pause() {}

    static boolean until(Duration patience, BooleanSupplier done) {
        long end = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            of(STEP);
        }
        return true;
    }

    static void of(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
