package dev.parlance.problem;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What can go wrong for a caller: the whole list. No member holds a customer's words.
public sealed interface Problem {
    /// What was sent cannot be understood; all mistakes at once.
    record Invalid(List<Mistake> mistakes) implements Problem {
        public Invalid {
            mistakes = List.copyOf(mistakes);
            if (mistakes.isEmpty()) {
                throw new IllegalArgumentException("an invalid request has a mistake");
            }
        }
    }

    /// No credential, or one that opens nothing.
    record Unauthenticated(String reason) implements Problem {}

    /// The credential is good and does not reach this far.
    record Forbidden(String reason) implements Problem {}

    /// No such thing for this caller, be it unknown or another's. `what` is a kind of thing, such as `Conversation`.
    record NotFound(String what) implements Problem {}

    record MethodNotAllowed(Set<String> allowed) implements Problem {
        public MethodNotAllowed {
            allowed = Set.copyOf(allowed);
        }
    }

    /// The thing is not in a state for this.
    record Conflict(String reason) implements Problem {}

    /// The thing changed since the caller saw it.
    record Stale(String reason) implements Problem {}

    /// The body has more than `limit` bytes.
    record TooLarge(long limit) implements Problem {}

    record UnsupportedMediaType(String accepted) implements Problem {}

    record TooManyRequests(Duration retryAfter) implements Problem {}

    /// We cannot answer now, such as without a database.
    record Unavailable(String reason) implements Problem {}

    /// Our own fault; `reference` is the request's id, under which the log has more.
    record Failed(String reference) implements Problem {}

    /// Stops the work with this problem.
    default Refusal refusal() {
        return new Refusal(this);
    }

    static Refusal invalid(Mistake mistake) {
        return new Invalid(List.of(mistake)).refusal();
    }
}
