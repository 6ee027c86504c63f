package dev.parlance.intake.mapping;

import com.dashjoin.jsonata.Jsonata;
import java.io.Serial;
import java.time.Duration;

/// Stops an evaluation that does not end: too deep, or too long. One for each evaluation.
final class Bounds {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int STEPS_BETWEEN_LOOKS = 1024;

    private final int deepest;
    private final long deadline = System.nanoTime() + LONGEST.toNanos();
    private int depth;
    private int steps;

    Bounds(int deepest) {
        this.deepest = deepest;
    }

    void bind(Jsonata.Frame frame) {
        frame.setEvaluateEntryCallback((expression, input, environment) -> enter());
        frame.setEvaluateExitCallback((expression, input, environment, result) -> depth--);
    }

    private void enter() {
        if (++depth > deepest) {
            throw new Exceeded("the mapping recurses too deeply");
        }
        if (++steps % STEPS_BETWEEN_LOOKS == 0 && System.nanoTime() > deadline) {
            throw new Exceeded("the mapping took longer than " + LONGEST.toSeconds() + " seconds");
        }
    }

    /// Ends the evaluation.
    static final class Exceeded extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        Exceeded(String reason) {
            super(reason, null, false, false);
        }
    }
}
