package dev.parlance.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every step from every state, allowed and refused: the whole table, cell by cell.
class StepTest {
    /// The columns are the states in their order, each named by a letter or two; a dot is a refusal.
    private static final String TABLE = """
            step             | sc re to tr ri ne ac wa hm | rs ur tf ua fa ca ex
            become_ready     | re .  .  .  .  .  .  .  .  | .  .  .  .  .  .  .
            begin            | ne ne ne ne ne .  .  .  .  | .  .  .  .  .  .  .
            ring             | .  .  .  ri .  .  .  .  .  | .  .  .  .  .  .  .
            contact_speaks   | ne ne ne ne ne ne ac ac hm | .  .  .  .  .  .  .
            ai_answers       | ac ac ac ac ac ac wa wa .  | .  .  .  .  .  .  .
            person_answers   | wa wa wa wa wa wa wa wa hm | .  .  .  .  .  .  .
            system_speaks    | sc re to tr ri ne ac wa hm | .  .  .  .  .  .  .
            hand_off         | .  re to tr ri ne ac wa .  | .  .  .  .  .  .  .
            take_over        | .  hm hm hm hm hm hm hm .  | .  .  .  .  .  .  .
            release          | .  .  .  .  .  .  .  .  ac | .  .  .  .  .  .  .
            resolve          | rs rs rs rs rs rs rs rs rs | .  .  .  .  .  .  .
            leave_unresolved | ur ur ur ur ur ur ur ur ur | .  .  .  .  .  .  .
            transfer         | .  tf tf tf tf tf tf tf tf | .  .  .  .  .  .  .
            go_unanswered    | .  ua ua ua ua .  .  .  .  | .  .  .  .  .  .  .
            fail             | fa fa fa fa fa fa fa fa fa | .  .  .  .  .  .  .
            cancel           | ca ca ca ca ca ca ca ca ca | .  .  .  .  .  .  .
            expire           | ex ex ex ex ex ex ex ex ex | .  .  .  .  .  .  .
            reopen           | .  .  .  .  .  .  .  .  .  | ac ac ac ac ac ac ac
            """;

    private static final List<String> LETTERS =
            List.of("sc", "re", "to", "tr", "ri", "ne", "ac", "wa", "hm", "rs", "ur", "tf", "ua", "fa", "ca", "ex");
    private static final List<State> STATES = List.of(State.values());

    record Line(String step, List<String> cells) {
        static Line of(String text) {
            String[] parts = text.replace("|", " ").strip().split(" +", -1);
            return new Line(parts[0], List.of(parts).subList(1, parts.length));
        }

        @Override
        public String toString() {
            return step;
        }
    }

    static Stream<Line> lines() {
        return TABLE.lines().skip(1).map(Line::of);
    }

    private static Optional<State> state(String letters) {
        return letters.equals(".") ? Optional.empty() : Optional.of(STATES.get(LETTERS.indexOf(letters)));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aStepLeadsWhereTheTableSaysAndIsRefusedElsewhere(Line line) {
        Step step = Arrays.stream(Step.values())
                .filter(each -> each.word().equals(line.step()))
                .findFirst()
                .orElseThrow();
        Map<State, Optional<State>> expected = new EnumMap<>(State.class);
        Map<State, Optional<State>> actual = new EnumMap<>(State.class);
        for (State from : STATES) {
            expected.put(from, state(line.cells().get(STATES.indexOf(from))));
            actual.put(from, step.from(from));
        }
        assertThat(actual).isEqualTo(expected);
        assertThat(step.allowed())
                .isEqualTo(expected.entrySet().stream()
                        .filter(each -> each.getValue().isPresent())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    @Test
    void theTableHasEveryStepAndEveryState() {
        assertThat(lines().map(Line::step))
                .containsExactlyElementsOf(
                        Arrays.stream(Step.values()).map(Step::word).toList());
        assertThat(Line.of(TABLE.lines().findFirst().orElseThrow()).cells()).isEqualTo(LETTERS);
        assertThat(LETTERS).hasSameSizeAs(STATES);
        assertThat(lines()).allSatisfy(line -> assertThat(line.cells()).hasSameSizeAs(LETTERS));
    }

    @Test
    void onlyReopeningLeadsOutOfAnEndedState() {
        Set<Step> ways = Arrays.stream(Step.values())
                .filter(step -> step.allowed().stream().anyMatch(State::ended))
                .collect(Collectors.toSet());
        assertThat(ways).containsExactly(Step.REOPEN);
    }
}
