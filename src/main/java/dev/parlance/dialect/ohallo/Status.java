package dev.parlance.dialect.ohallo;

import dev.parlance.conversation.State;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A conversation's status: each state has exactly one.
enum Status {
    NEW,
    ACTIVE,
    HUMAN_MANAGED,
    RESOLVED,
    WAITING;

    private static final Map<State, Status> OF = new EnumMap<>(Map.ofEntries(
            Map.entry(State.SCHEDULED, NEW),
            Map.entry(State.READY, NEW),
            Map.entry(State.TOKEN_CREATED, NEW),
            Map.entry(State.TRIGGERED, NEW),
            Map.entry(State.RINGING, NEW),
            Map.entry(State.NEW, NEW),
            Map.entry(State.ACTIVE, ACTIVE),
            Map.entry(State.WAITING, WAITING),
            Map.entry(State.HUMAN_MANAGED, HUMAN_MANAGED),
            Map.entry(State.RESOLVED, RESOLVED),
            Map.entry(State.UNRESOLVED, RESOLVED),
            Map.entry(State.TRANSFERRED, RESOLVED),
            Map.entry(State.UNANSWERED, RESOLVED),
            Map.entry(State.FAILED, RESOLVED),
            Map.entry(State.CANCELLED, RESOLVED),
            Map.entry(State.EXPIRED, RESOLVED)));

    /// By the names in requests.
    static final Map<String, Status> BY_WORD = byWord();

    static Status of(State state) {
        Status status = OF.get(state);
        if (status == null) {
            throw new IllegalStateException("no status for " + state);
        }
        return status;
    }

    /// The states that it covers.
    Set<State> states() {
        return Arrays.stream(State.values()).filter(state -> of(state) == this).collect(Collectors.toSet());
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Status> byWord() {
        Map<String, Status> words = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(status -> words.put(status.word(), status));
        return Collections.unmodifiableMap(words);
    }
}
