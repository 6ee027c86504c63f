package dev.parlance.dialect.opencx;

import dev.parlance.conversation.State;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A session's status, in the order of the vendor's numbers 0, 1, 2: each state has exactly one.
enum Status {
    OPEN,
    CLOSED_RESOLVED,
    CLOSED_UNRESOLVED;

    private static final Map<State, Status> OF = new EnumMap<>(Map.ofEntries(
            Map.entry(State.SCHEDULED, OPEN),
            Map.entry(State.READY, OPEN),
            Map.entry(State.TOKEN_CREATED, OPEN),
            Map.entry(State.TRIGGERED, OPEN),
            Map.entry(State.RINGING, OPEN),
            Map.entry(State.NEW, OPEN),
            Map.entry(State.ACTIVE, OPEN),
            Map.entry(State.WAITING, OPEN),
            Map.entry(State.HUMAN_MANAGED, OPEN),
            Map.entry(State.RESOLVED, CLOSED_RESOLVED),
            Map.entry(State.UNRESOLVED, CLOSED_UNRESOLVED),
            Map.entry(State.TRANSFERRED, CLOSED_UNRESOLVED),
            Map.entry(State.UNANSWERED, CLOSED_UNRESOLVED),
            Map.entry(State.FAILED, CLOSED_UNRESOLVED),
            Map.entry(State.CANCELLED, CLOSED_UNRESOLVED),
            Map.entry(State.EXPIRED, CLOSED_UNRESOLVED)));

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
