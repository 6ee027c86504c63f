package dev.parlance.dialect.parrotmob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.State;
import dev.parlance.http.Documented;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final String LIST = "/api/v2/accounts/{account_id}/conversations";

    @Test
    void everyStateHasTheStatusOfTheDesignsTable() {
        Map<State, Status> table = new EnumMap<>(Map.of(
                State.SCHEDULED, Status.SCHEDULED,
                State.READY, Status.READY,
                State.TOKEN_CREATED, Status.READY,
                State.TRIGGERED, Status.READY,
                State.RINGING, Status.RUNNING,
                State.NEW, Status.RUNNING,
                State.ACTIVE, Status.RUNNING,
                State.WAITING, Status.RUNNING));
        table.putAll(Map.of(
                State.HUMAN_MANAGED, Status.RUNNING,
                State.RESOLVED, Status.COMPLETED,
                State.UNRESOLVED, Status.COMPLETED,
                State.TRANSFERRED, Status.COMPLETED,
                State.UNANSWERED, Status.CANCELLED,
                State.FAILED, Status.CANCELLED,
                State.CANCELLED, Status.CANCELLED,
                State.EXPIRED, Status.EXPIRED));
        assertThat(table).containsOnlyKeys(State.values());
        assertThat(State.values())
                .allSatisfy(state -> assertThat(Status.of(state)).isEqualTo(table.get(state)));
    }

    @Test
    void statusesPartitionTheStates() {
        List<String> states = Arrays.stream(Status.values())
                .flatMap(status -> status.states().stream())
                .toList();
        assertThat(states)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(State.values()).map(State::word).toList());
    }

    @Test
    void terminalIsWhatHasEnded() {
        assertThat(State.values())
                .allSatisfy(state -> assertThat(Status.of(state).terminal()).isEqualTo(state.ended()));
    }

    @Test
    void theWordsAreTheDocumentedOnes() {
        Documented documented = Documented.of("parrotmob");
        Stream<String> statuses =
                Stream.concat(Arrays.stream(Status.values()).map(Status::word), Stream.of("any_terminal"));
        assertThat(documented.enumValues("GET", LIST, "status")).containsExactlyInAnyOrderElementsOf(statuses.toList());
        assertThat(documented.enumValues("GET", LIST, "order_by"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Order.values()).map(Order::word).toList());
    }
}
