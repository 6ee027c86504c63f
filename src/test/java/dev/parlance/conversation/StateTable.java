package dev.parlance.conversation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A table with a line for each way to change a conversation and a column for each state, which is named by two
/// letters: `ca` is `cancelled`.
public final class StateTable {
    private static final List<String> LETTERS =
            List.of("sc", "re", "to", "tr", "ri", "ne", "ac", "wa", "hm", "rs", "ur", "tf", "ua", "fa", "ca", "ex");
    private static final List<State> STATES = List.of(State.values());

    private StateTable() {}

    /// What a line says of each state.
    public record Line(String name, Map<State, String> cells) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// The lines under the head, in which the states must come in their order.
    public static List<Line> read(String table) {
        List<Line> lines = table.lines().map(StateTable::line).toList();
        STATES.forEach(state -> {
            String head = lines.getFirst().cells().get(state);
            if (!letters(state).equals(head)) {
                throw new IllegalArgumentException("the column of " + state + " is headed " + head);
            }
        });
        return lines.subList(1, lines.size());
    }

    /// The two letters of a state.
    public static String letters(State state) {
        return LETTERS.get(STATES.indexOf(state));
    }

    private static Line line(String text) {
        int name = text.indexOf('|');
        List<String> cells = Arrays.stream(
                        text.substring(name).replace("|", " ").strip().split(" +", -1))
                .toList();
        if (cells.size() != STATES.size()) {
            throw new IllegalArgumentException("a cell for each state: " + text);
        }
        Map<State, String> byState = new EnumMap<>(State.class);
        STATES.forEach(state -> byState.put(state, cells.get(STATES.indexOf(state))));
        return new Line(text.substring(0, name).strip(), byState);
    }
}
