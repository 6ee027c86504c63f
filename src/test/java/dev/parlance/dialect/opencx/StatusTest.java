package dev.parlance.dialect.opencx;

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
                    scheduled | open
                    ready | open
                    token_created | open
                    triggered | open
                    ringing | open
                    new | open
                    active | open
                    waiting | open
                    human_managed | open
                    resolved | closed_resolved
                    unresolved | closed_unresolved
                    transferred | closed_unresolved
                    unanswered | closed_unresolved
                    failed | closed_unresolved
                    cancelled | closed_unresolved
                    expired | closed_unresolved
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
        assertThat(Status.BY_WORD.keySet()).containsExactly("open", "closed_resolved", "closed_unresolved");
        assertThat(Status.BY_WORD.values()).containsExactly(Status.values());
    }
}
