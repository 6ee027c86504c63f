package dev.parlance.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every step from every state, allowed and refused: the whole table, cell by cell.
class StepTest {
    /// A dot is a refusal.
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

    static List<StateTable.Line> lines() {
        return StateTable.read(TABLE);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aStepLeadsWhereTheTableSaysAndIsRefusedElsewhere(StateTable.Line line) {
        Step step = Arrays.stream(Step.values())
                .filter(each -> each.word().equals(line.name()))
                .findFirst()
                .orElseThrow();
        Map<State, String> actual = new EnumMap<>(State.class);
        for (State from : State.values()) {
            actual.put(from, step.from(from).map(StateTable::letters).orElse("."));
        }
        assertThat(actual).isEqualTo(line.cells());
        assertThat(step.allowed())
                .isEqualTo(line.cells().entrySet().stream()
                        .filter(each -> !each.getValue().equals("."))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    @Test
    void theTableHasEveryStep() {
        assertThat(lines())
                .extracting(StateTable.Line::name)
                .containsExactlyElementsOf(
                        Arrays.stream(Step.values()).map(Step::word).toList());
    }

    @Test
    void onlyReopeningLeadsOutOfAnEndedState() {
        Set<Step> ways = Arrays.stream(Step.values())
                .filter(step -> step.allowed().stream().anyMatch(State::ended))
                .collect(Collectors.toSet());
        assertThat(ways).containsExactly(Step.REOPEN);
    }
}
