package dev.parlance.dialect.anyreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Channel;
import dev.parlance.conversation.State;
import dev.parlance.http.Documented;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    @Test
    void everyStateHasTheStatusOfTheDesignsTable() {
        Map<State, Status> table = new EnumMap<>(Map.of(
                State.SCHEDULED, Status.TRIGGERED,
                State.READY, Status.TRIGGERED,
                State.TOKEN_CREATED, Status.TOKEN_CREATED,
                State.TRIGGERED, Status.TRIGGERED,
                State.RINGING, Status.RINGING,
                State.NEW, Status.IN_PROGRESS,
                State.ACTIVE, Status.IN_PROGRESS,
                State.WAITING, Status.IN_PROGRESS));
        table.putAll(Map.of(
                State.HUMAN_MANAGED, Status.IN_PROGRESS,
                State.RESOLVED, Status.COMPLETED,
                State.UNRESOLVED, Status.COMPLETED,
                State.TRANSFERRED, Status.TRANSFERRED,
                State.UNANSWERED, Status.UNANSWERED,
                State.FAILED, Status.FAILED,
                State.CANCELLED, Status.CANCELLED,
                State.EXPIRED, Status.COMPLETED));
        assertThat(table).containsOnlyKeys(State.values());
        assertThat(State.values())
                .allSatisfy(state -> assertThat(Status.of(state)).isEqualTo(table.get(state)));
    }

    @Test
    void statusesPartitionTheStates() {
        List<String> states = Arrays.stream(Status.values())
                .flatMap(status -> status.states().stream())
                .toList();
        assertThat(states).containsExactlyInAnyOrderElementsOf(words(State.values(), State::word));
        assertThat(Status.values())
                .allSatisfy(status -> assertThat(status.states()).isNotEmpty());
    }

    @Test
    void channelsPartitionOurs() {
        assertThat(Medium.TELEPHONE.channels()).containsExactly("phone_voice");
        assertThat(Medium.WEBRTC.channels()).containsExactly("web_voice");
        assertThat(Medium.EMAIL.channels()).containsExactly("email");
        assertThat(Medium.TEXT.channels())
                .containsExactlyInAnyOrder("web", "sms", "whatsapp", "instagram", "messenger", "slack", "api");
        List<String> channels = Arrays.stream(Medium.values())
                .flatMap(medium -> medium.channels().stream())
                .toList();
        assertThat(channels).containsExactlyInAnyOrderElementsOf(words(Channel.values(), Channel::word));
    }

    @Test
    void theWordsAreTheDocumentedOnes() {
        Documented documented = Documented.of("anyreach");
        assertThat(documented.enumValues("GET", Anyreach.CONVERSATIONS, "status"))
                .containsExactlyInAnyOrderElementsOf(words(Status.values(), Status::word));
        assertThat(documented.enumValues("GET", Anyreach.CONVERSATIONS, "channel"))
                .containsExactlyInAnyOrderElementsOf(words(Medium.values(), Medium::word));
    }

    private static <T> Set<String> words(T[] values, Function<T, String> word) {
        return Arrays.stream(values).map(word).collect(Collectors.toCollection(TreeSet::new));
    }
}
