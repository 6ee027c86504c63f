package dev.parlance.problem;

import java.io.Serial;

/// Carries a [Problem] from where it was met to where it is rendered. Without a stack trace: it is an answer, not a
/// fault.
public final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.getClass().getSimpleName(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
