package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.State;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Anyreach's statuses: each stands for a set of states, every state for one status.
enum Status {
    TOKEN_CREATED,
    TRIGGERED,
    RINGING,
    IN_PROGRESS,
    COMPLETED,
    FAILED,
    CANCELLED,
    TRANSFERRED,
    UNANSWERED;

    private final String word = name().toLowerCase(Locale.ROOT);

    static Status of(State state) {
        return switch (state) {
            case TOKEN_CREATED -> TOKEN_CREATED;
            case SCHEDULED, READY, TRIGGERED -> TRIGGERED;
            case RINGING -> RINGING;
            case NEW, ACTIVE, WAITING, HUMAN_MANAGED -> IN_PROGRESS;
            case RESOLVED, UNRESOLVED, EXPIRED -> COMPLETED;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
            case TRANSFERRED -> TRANSFERRED;
            case UNANSWERED -> UNANSWERED;
        };
    }

    String word() {
        return word;
    }

    /// The words of the states that it stands for.
    Set<String> states() {
        return Arrays.stream(State.values())
                .filter(state -> of(state) == this)
                .map(State::word)
                .collect(Collectors.toUnmodifiableSet());
    }
}
