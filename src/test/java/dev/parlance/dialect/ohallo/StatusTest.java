package dev.parlance.dialect.ohallo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.State;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    scheduled | new
                    ready | new
                    token_created | new
                    triggered | new
                    ringing | new
                    new | new
                    active | active
                    waiting | waiting
                    human_managed | human_managed
                    resolved | resolved
                    unresolved | resolved
                    transferred | resolved
                    unanswered | resolved
                    failed | resolved
                    cancelled | resolved
                    expired | resolved
                    """)
    void everyStateHasTheStatusOfTheTable(String state, String status) {
        assertThat(Status.of(State.valueOf(state.toUpperCase(java.util.Locale.ROOT)))
                        .word())
                .isEqualTo(status);
    }

    @Test
    void theStatusesArePartitionsOfTheStates() {
        List<State> covered = Arrays.stream(Status.values())
                .flatMap(status -> status.states().stream())
                .toList();
        assertThat(covered).containsExactlyInAnyOrder(State.values());
        assertThat(Status.values())
                .allSatisfy(status -> assertThat(status.states()).isNotEmpty());
    }

    @Test
    void theNamesComeInTheVendorsOrder() {
        assertThat(Status.BY_WORD.keySet()).containsExactly("new", "active", "human_managed", "resolved", "waiting");
        assertThat(Status.BY_WORD.values()).containsExactly(Status.values());
    }
}
