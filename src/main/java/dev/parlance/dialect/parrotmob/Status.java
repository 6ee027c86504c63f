package dev.parlance.dialect.parrotmob;

import dev.parlance.conversation.State;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Parrot Mob's statuses: each stands for a set of states, every state for one status.
enum Status {
    SCHEDULED,
    READY,
    RUNNING,
    COMPLETED,
    EXPIRED,
    CANCELLED;

    private final String word = name().toLowerCase(Locale.ROOT);

    static Status of(State state) {
        return switch (state) {
            case SCHEDULED -> SCHEDULED;
            case READY, TOKEN_CREATED, TRIGGERED -> READY;
            case RINGING, NEW, ACTIVE, WAITING, HUMAN_MANAGED -> RUNNING;
            case RESOLVED, UNRESOLVED, TRANSFERRED -> COMPLETED;
            case EXPIRED -> EXPIRED;
            case UNANSWERED, FAILED, CANCELLED -> CANCELLED;
        };
    }

    String word() {
        return word;
    }

    /// Whether it is one of those that `any_terminal` means.
    boolean terminal() {
        return switch (this) {
            case SCHEDULED, READY, RUNNING -> false;
            case COMPLETED, EXPIRED, CANCELLED -> true;
        };
    }

    /// The words of the states that it stands for.
    Set<String> states() {
        return Arrays.stream(State.values())
                .filter(state -> of(state) == this)
                .map(State::word)
                .collect(Collectors.toUnmodifiableSet());
    }
}
