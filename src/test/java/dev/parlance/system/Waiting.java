package dev.parlance.system;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/// Waits for what happens in other processes.
final class Waiting {
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private Waiting() {}

    /// Answers whether the condition held in time.
    static boolean until(Duration patience, BooleanSupplier condition) {
        Instant giveUp = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(giveUp)) {
                return false;
            }
            pause(BETWEEN);
        }
        return true;
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
