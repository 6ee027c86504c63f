package dev.parlance.conversation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// From which states a step leads where.
record Ways(Map<State, State> to) {
    /// Every state but the ended ones.
    static final Set<State> LIVE = EnumSet.copyOf(
            Arrays.stream(State.values()).filter(state -> !state.ended()).toList());

    /// The states before anybody spoke.
    static final Set<State> UNBEGUN =
            EnumSet.of(State.SCHEDULED, State.READY, State.TOKEN_CREATED, State.TRIGGERED, State.RINGING);

    static final Ways NONE = new Ways(Map.of());

    static Ways to(State target, Set<State> from) {
        return NONE.and(target, from);
    }

    static Ways to(State target, State from) {
        return NONE.and(target, from);
    }

    Ways and(State target, State from) {
        return and(target, EnumSet.of(from));
    }

    Ways and(State target, Set<State> from) {
        Map<State, State> more = new EnumMap<>(State.class);
        more.putAll(to);
        from.forEach(state -> more.put(state, target));
        return new Ways(more);
    }

    static Ways staying(Set<State> states) {
        Map<State, State> same = new EnumMap<>(State.class);
        states.forEach(state -> same.put(state, state));
        return new Ways(same);
    }

    static Set<State> without(Set<State> states, State... left) {
        Set<State> fewer = EnumSet.copyOf(states);
        fewer.removeAll(Arrays.asList(left));
        return fewer;
    }

    static Set<State> ended() {
        return EnumSet.complementOf(EnumSet.copyOf(LIVE));
    }
}
