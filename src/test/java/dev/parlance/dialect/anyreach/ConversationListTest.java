package dev.parlance.dialect.anyreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Agent;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Recording;
import dev.parlance.conversation.State;
import dev.parlance.dialect.Served;
import dev.parlance.dialect.Sketch;
import dev.parlance.query.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationListTest {
    private static final String SAFE_RICH = "\"id\":\"00000000-0000-4000-0000-000000000002\","
            + "\"organization_id\":\"00000000-0000-4000-0000-000000000001\",\"direction\":\"inbound\","
            + "\"channel\":\"telephone\",\"status\":\"transferred\",\"user_id\":\"+46701740605\","
            + "\"agent_id\":\"00000000-0000-0009-0000-000000000009\",\"agent_version_id\":\"v7\","
            + "\"agent_number\":\"+4684468150\",\"web_widget_id\":\"w1\",\"duration\":187,\"user_turn_count\":2,"
            + "\"created_at\":\"2026-03-25T11:42:00.123456Z\",\"updated_at\":\"2026-03-25T11:45:07.400000Z\"";
    private static final String RICH = "{" + SAFE_RICH
            + ",\"agent\":{\"id\":\"00000000-0000-0009-0000-000000000009\",\"name\":\"Reception\"},"
            + "\"summary\":\"Asks for order 10442.\",\"initial_context\":\"VIP\","
            + "\"custom_metadata\":{\"order_id\":\"10442\",\"weight\":1.50},"
            + "\"conversation\":{\"items\":[{\"id\":\"00000000-0000-5000-0000-000000000001\",\"type\":\"message\","
            + "\"role\":\"user\",\"content\":[\"Hej 👋\"],\"interrupted\":false,\"transcript_confidence\":null,"
            + "\"extra\":{},\"metrics\":{},\"created_at\":1774438920.123456}]},"
            + "\"recording_details\":{\"recording_url\":\"https://cdn.example/1.ogg\",\"expires_at\":null,"
            + "\"duration\":187,\"format\":\"ogg\"}}";
    private static final String SAFE_BARE = "\"id\":\"00000000-0000-4000-0000-000000000001\","
            + "\"organization_id\":\"00000000-0000-4000-0000-000000000001\",\"direction\":\"inbound\","
            + "\"channel\":\"text\",\"status\":\"in_progress\",\"user_id\":null,\"agent_id\":null,"
            + "\"agent_version_id\":null,\"agent_number\":null,\"web_widget_id\":null,\"duration\":null,"
            + "\"user_turn_count\":0,\"created_at\":\"2026-03-01T00:00:01.000000Z\","
            + "\"updated_at\":\"2026-03-01T00:00:01.000000Z\"";
    private static final String BARE = "{" + SAFE_BARE + ",\"agent\":null,\"summary\":null,\"initial_context\":null,"
            + "\"custom_metadata\":null,\"conversation\":null,\"recording_details\":null}";

    private Served served;

    @BeforeAll
    void serve() {
        Row held = Sketch.of(3)
                .created("2026-04-01T00:00:00Z")
                .recording(new Recording("a/b.ogg", null, 3, "ogg"))
                .row();
        served = Served.of(Anyreach::dialect, List.of(Sketch.of(1).row(), rich(), held));
    }

    @AfterAll
    void close() {
        served.close();
    }

    @Test
    void everyMemberIsThereAndNullWhenUnknown() {
        served.get(Anyreach.CONVERSATIONS + "?created_before=2026-03-31").is(200, "[" + RICH + "," + BARE + "]");
    }

    @Test
    void theSafeScopeSeesSafeMembersOnly() {
        served.get("safe", Anyreach.CONVERSATIONS + "?created_before=2026-03-31")
                .is(200, "[{" + SAFE_RICH + "},{" + SAFE_BARE + "}]");
    }

    @Test
    void aRecordingWithoutBytesHasNoAddress() {
        served.get(Anyreach.CONVERSATIONS + "?columns=recording_details&limit=1")
                .is(200, "[{\"recording_details\":null}]");
    }

    @Test
    void columnsNarrowToExactlyThoseNamed() {
        served.get(Anyreach.CONVERSATIONS + "?columns=created_at,status&channel=telephone")
                .is(200, "[{\"status\":\"transferred\",\"created_at\":\"2026-03-25T11:42:00.123456Z\"}]");
        served.get("safe", Anyreach.CONVERSATIONS + "?columns=id&channel=telephone")
                .is(200, "[{\"id\":\"00000000-0000-4000-0000-000000000002\"}]");
    }

    @ParameterizedTest
    @EnumSource
    void eachColumnCanStandAlone(Column column) {
        var answer = served.get(Anyreach.CONVERSATIONS + "?channel=telephone&columns=" + column.word());
        assertThat(answer.json().get(0).propertyNames()).containsExactly(column.word());
        assertThat(RICH).contains(answer.text().substring(2, answer.text().length() - 2));
    }

    @Test
    void theColumnsAreTheDocumentedMembers() {
        assertThat(served.get(Anyreach.CONVERSATIONS).json().get(0).propertyNames())
                .hasSize(Column.values().length);
    }

    private static Row rich() {
        Instant created = Instant.parse("2026-03-25T11:42:00.123456Z");
        Message message =
                new Message(new UUID(0x5000, 1), Author.CONTACT, null, created, "Hej 👋", List.of(), List.of());
        return Sketch.of(2)
                .channel(Channel.PHONE_VOICE)
                .state(State.TRANSFERRED)
                .created("2026-03-25T11:42:00.123456Z")
                .updated("2026-03-25T11:45:07.4Z")
                .counts(2, 187)
                .agent(new Agent(new UUID(9, 9), "Reception", "v7", "+4684468150"))
                .links(new Conversation.Links("+46701740605", "w1", null, null, null))
                .words("Asks for order 10442.", "VIP")
                .customData("{\"order_id\":\"10442\",\"weight\":1.50}")
                .recording(new Recording(null, "https://cdn.example/1.ogg", 187, "ogg"))
                .messages(message)
                .row();
    }
}
