package dev.parlance.dialect.anyreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// `POST /core/conversations`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreationTest {
    private static final String OTHERS = "{\"starting_message\":\"Hello\",\"channel_overrides\":{\"email\":"
            + "{\"starting_message\":\"Dear customer\"}},\"channel_properties\":{\"webrtc\":{\"enabled\":false},"
            + "\"email\":{\"default_subject\":\"Your request\"}}}";

    private Served served;
    private Reception reception;
    private String agent;

    @BeforeAll
    void serve() {
        served = Served.of(Anyreach::dialect, List.of());
        reception = new Reception(served);
        agent = reception.published(OTHERS);
    }

    @AfterAll
    void close() {
        served.close();
    }

    @Test
    void aTextConversationBeginsWithTheGreetingOfThePublishedVersion() {
        JsonNode made = made(200, """
                {"channel": "text", "user_id": "guest_1", "agent_id": "%s", "version": "latest",
                 "initial_context": "VIP", "custom_metadata": {"order_id": "10442", "weight": 1.50}}""");
        assertThat(made.get("starting_message").stringValue()).isEqualTo("Hello");
        JsonNode conversation = made.get("conversation");
        assertThat(conversation.at("/status").stringValue()).isEqualTo("in_progress");
        assertThat(conversation.at("/channel").stringValue()).isEqualTo("text");
        assertThat(conversation.at("/direction").stringValue()).isEqualTo("inbound");
        assertThat(conversation.at("/user_id").stringValue()).isEqualTo("guest_1");
        assertThat(conversation.at("/agent").toString()).isEqualTo("{\"id\":\"" + agent + "\",\"name\":\"Reception\"}");
        assertThat(conversation.at("/agent_version_id").stringValue()).isEqualTo(version(1));
        assertThat(conversation.at("/initial_context").stringValue()).isEqualTo("VIP");
        assertThat(conversation.at("/custom_metadata").toString())
                .isEqualTo("{\"order_id\":\"10442\",\"weight\":1.50}");
        assertThat(conversation.at("/conversation/items/0/role").stringValue()).isEqualTo("assistant");
        assertThat(conversation.at("/conversation/items/0/content/0").stringValue())
                .isEqualTo("Hello");
        assertThat(reception.conversation(conversation.get("id").stringValue())).isEqualTo(conversation);
    }

    @Test
    void aCallIsQueuedAndStaysTriggered() {
        JsonNode made = made(202, """
                {"channel": "telephone", "user_id": "+46701740605", "agent_id": "%s", "version": 1,
                 "agent_number": "+4684468150"}""");
        assertThat(made.get("starting_message").stringValue()).isEqualTo("Hello");
        JsonNode conversation = made.get("conversation");
        assertThat(conversation.at("/status").stringValue()).isEqualTo("triggered");
        assertThat(conversation.at("/direction").stringValue()).isEqualTo("outbound");
        assertThat(conversation.at("/agent_number").stringValue()).isEqualTo("+4684468150");
        assertThat(conversation.at("/conversation").isNull()).isTrue();
        assertThat(conversation.at("/user_turn_count").intValue()).isZero();
    }

    @Test
    void aNumberSpeaksThroughTheVersionThatIsPublishedForIt() {
        reception.publish(agent, "1", "{\"phone_numbers\":[\"+4684468199\"],\"direction\":\"outbound\"}");
        JsonNode known =
                made(202, "{\"channel\":\"telephone\",\"user_id\":\"+46701740605\",\"agent_number\":\"+4684468199\"}");
        assertThat(known.at("/conversation/agent_id").stringValue()).isEqualTo(agent);
        JsonNode unknown =
                made(202, "{\"channel\":\"telephone\",\"user_id\":\"+46701740605\",\"agent_number\":\"+4684460000\"}");
        assertThat(unknown.at("/conversation/agent_id").isNull()).isTrue();
        assertThat(unknown.get("starting_message").isNull()).isTrue();
    }

    @Test
    void anEmailHasItsOwnGreetingAndSubject() {
        JsonNode made = made(200, """
                {"channel": "email", "user_id": "mara", "agent_version_id": "%s", "to_address": "mara@example.com",
                 "from_address": "desk@shop.example"}""".formatted(version(1)));
        assertThat(made.get("starting_message").stringValue()).isEqualTo("Dear customer");
        JsonNode conversation = made.get("conversation");
        assertThat(conversation.at("/status").stringValue()).isEqualTo("in_progress");
        assertThat(conversation.at("/direction").stringValue()).isEqualTo("outbound");
        assertThat(conversation.at("/agent_number").stringValue()).isEqualTo("desk@shop.example");
        var stored = served.doors()
                .archive()
                .get(
                        Served.access("full"),
                        UUID.fromString(conversation.get("id").stringValue()),
                        false)
                .conversation();
        assertThat(stored.words().subject()).isEqualTo("Your request");
        assertThat(stored.contact())
                .hasFieldOrPropertyWithValue("email", "mara@example.com")
                .hasFieldOrPropertyWithValue("externalId", "mara");
        made(200, """
                {"channel": "email", "user_id": "mara@example.com", "agent_id": "%s", "to_address": "mara@example.com",
                 "subject": "Parcel"}""");
    }

    @Test
    void anInlineConfigIsEnough() {
        JsonNode made = made(200, "{\"channel\":\"text\",\"user_id\":\"u\",\"agent_config\":{}}");
        assertThat(made.get("starting_message").isNull()).isTrue();
        assertThat(made.at("/conversation/status").stringValue()).isEqualTo("in_progress");
        assertThat(made.at("/conversation/conversation").isNull()).isTrue();
    }

    @Test
    void aWebCallNeedsAMediaServer() {
        post("{\"channel\":\"webrtc\",\"user_id\":\"u\",\"agent_config\":{}}")
                .is(400, "{\"detail\":\"no media server configured\"}");
    }

    @Test
    void theSameIdAndBodyIsTheSameConversation() {
        UUID id = UUID.randomUUID();
        String body = "{\"id\":\"" + id + "\",\"channel\":\"telephone\",\"user_id\":\"+46701740605\",\"agent_id\":\""
                + agent + "\"}";
        Served.Answered first = post(body);
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.json().at("/conversation/id").stringValue()).isEqualTo(id.toString());
        assertThat(served.post("manage", Anyreach.CONVERSATIONS, body).status()).isEqualTo(200);
        Served.Answered again = post(body);
        again.is(200, first.text());
        post(body.replace("605", "606"))
                .is(409, "{\"detail\":\"Another request was made under the same idempotency key.\"}");
    }

    @Test
    void anIdThatSomethingElseHasIsAConflict() {
        String taken = reception.conversation();
        served.run("delete from receipt");
        Served.Answered answer =
                post("{\"id\":\"" + taken + "\",\"channel\":\"text\",\"user_id\":\"u\",\"agent_config\":{}}");
        assertThat(answer.status()).isEqualTo(409);
    }

    @Test
    void aRepeatedRequestMakesOneConversation() {
        Map<String, String> headers =
                Map.of("Authorization", "Bearer full", "Content-Type", "application/json", "Idempotency-Key", "once");
        String body = "{\"channel\":\"text\",\"user_id\":\"once\",\"agent_id\":\"" + agent + "\"}";
        Served.Answered first = served.post(headers, Anyreach.CONVERSATIONS, body);
        served.post(headers, Anyreach.CONVERSATIONS, body).is(200, first.text());
        assertThat(served.get(Anyreach.CONVERSATIONS + "?user_id=once").json()).hasSize(1);
        assertThat(served.post(headers, Anyreach.CONVERSATIONS, body.replace("once", "twice"))
                        .status())
                .isEqualTo(409);
        String named = "{\"id\":\"" + UUID.randomUUID() + "\"," + body.substring(1);
        Map<String, String> other =
                Map.of("Authorization", "Bearer full", "Content-Type", "application/json", "Idempotency-Key", "other");
        Served.Answered withId = served.post(other, Anyreach.CONVERSATIONS, named);
        post(named).is(200, withId.text());
        served.post(other, Anyreach.CONVERSATIONS, named).is(200, withId.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    {}                                                                            | channel user_id
                    {"channel": "fax", "user_id": "u"}                                            | channel
                    {"channel": "text", "user_id": "u"}                                           | agent_id
                    {"channel": "text", "user_id": "", "agent_config": {}}                        | user_id
                    {"channel": "text", "user_id": 7, "agent_config": {}}                         | user_id
                    {"channel": "webrtc", "user_id": "u"}                                         | agent_id
                    {"channel": "telephone", "user_id": "u", "agent_number": "+1"}                | user_id
                    {"channel": "telephone", "user_id": "+4670", "agent_config": {}}              | agent_id
                    {"channel": "email", "user_id": "u", "agent_config": {}}                      | to_address
                    {"channel": "email", "user_id": "u", "agent_config": {}, "to_address": "u"}   | to_address
                    {"channel": "text", "user_id": "u", "agent_id": "a", "agent_config": {}}      | agent_id
                    {"channel": "text", "user_id": "u", "agent_id": "a", "agent_version_id": "v"} | agent_id
                    {"channel": "text", "user_id": "u", "agent_config": {}, "version": 1}         | version
                    {"channel": "text", "user_id": "u", "agent_id": "a", "version": "1"}          | version
                    {"channel": "text", "user_id": "u", "agent_id": "a", "version": 0}            | version
                    {"channel": "text", "user_id": "u", "agent_id": "a", "version": 1.5}          | version
                    {"channel": "text", "user_id": "u", "agent_config": []}                       | agent_config
                    {"channel": "text", "user_id": "u", "agent_config": {"starting_message": 1}}  | agent_config.starting_message
                    {"channel": "text", "user_id": "u", "agent_config": {}, "id": "7"}            | id
                    {"channel": "text", "user_id": "u", "agent_config": {}, "custom_metadata": 1} | custom_metadata
                    []                                                                            | ^^
                    """)
    void everyMistakeIsNamed(String body, String members) {
        Served.Answered answer = post(body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        List<String> named = answer.json().get("detail").values().stream()
                .map(each -> each.at("/loc/1").stringValue(""))
                .toList();
        assertThat(named).containsExactly(members.split(" ", -1));
    }

    @Test
    void malformedJsonIsRefusedWithItsPosition() {
        assertThat(post("{\"channel\"").text()).contains("ends too early (line 1, column");
        assertThat(served.post(
                                Map.of("Authorization", "Bearer full", "Content-Type", "text/plain"),
                                Anyreach.CONVERSATIONS,
                                "{}")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void anAgentThatMayNotSpeakIsRefused() {
        String fresh = reception.agent("Fresh");
        String text = "{\"channel\":\"text\",\"user_id\":\"u\",\"agent_id\":\"%s\"}";
        post(text.formatted(fresh)).is(400, "{\"detail\":\"The agent has no published version\"}");
        reception.version(fresh, "{}");
        post(text.formatted(fresh)).is(400, "{\"detail\":\"The agent has no published version\"}");
        post("{\"channel\":\"text\",\"user_id\":\"u\",\"version\":1,\"agent_id\":\"" + fresh + "\"}")
                .is(400, "{\"detail\":\"Version 1 of the agent is not published\"}");
        post("{\"channel\":\"text\",\"user_id\":\"u\",\"version\":2,\"agent_id\":\"" + fresh + "\"}")
                .is(404, "{\"detail\":\"Agent version not found\"}");
        reception.publish(fresh, "latest", "{}");
        assertThat(post(text.formatted(fresh)).status()).isEqualTo(200);
        served.call("full", "PUT", "/core/agents/" + fresh, "{\"active\":false}");
        post(text.formatted(fresh)).is(400, "{\"detail\":\"The agent is not active\"}");
        post("{\"channel\":\"webrtc\",\"user_id\":\"u\",\"agent_id\":\"" + agent + "\"}")
                .is(400, "{\"detail\":\"The agent is not enabled on the channel webrtc\"}");
    }

    @Test
    void whatIsUnknownOrAnothersIsNotFound() {
        String text = "{\"channel\":\"text\",\"user_id\":\"u\",\"agent_id\":\"%s\"}";
        post(text.formatted("nobody")).is(404, "{\"detail\":\"Agent not found\"}");
        post(text.formatted(UUID.randomUUID())).is(404, "{\"detail\":\"Agent not found\"}");
        served.post("other", Anyreach.CONVERSATIONS, text.formatted(agent)).is(404, "{\"detail\":\"Agent not found\"}");
        post(text.replace("agent_id", "agent_version_id").formatted(UUID.randomUUID()))
                .is(404, "{\"detail\":\"Agent version not found\"}");
    }

    @Test
    void aTokenNeedsTheRightToWrite() {
        served.post("safe", Anyreach.CONVERSATIONS, "{}")
                .is(403, "{\"detail\":\"This token lacks the scope conversations:write.\"}");
        served.post("pat_one", Anyreach.CONVERSATIONS, "{}")
                .is(401, "{\"detail\":\"Token is missing organization claim.\"}");
    }

    @Test
    void aTokenSeesOfWhatItMadeWhatItMaySee() {
        String body =
                "{\"channel\":\"text\",\"user_id\":\"u\",\"custom_metadata\":{\"a\":1},\"agent_id\":\"" + agent + "\"}";
        for (String token : List.of("manage", "writer")) {
            JsonNode made = served.post(token, Anyreach.CONVERSATIONS, body).json();
            assertThat(made.get("starting_message").stringValue()).isEqualTo("Hello");
            assertThat(made.get("conversation").propertyNames())
                    .contains("id", "status")
                    .doesNotContain("custom_metadata", "conversation", "agent");
        }
    }

    @Test
    void aTokenOfOneWorkspaceBeginsThere() {
        JsonNode made = served.post(
                        "north",
                        Anyreach.CONVERSATIONS,
                        "{\"channel\":\"text\",\"user_id\":\"u\",\"agent_id\":\"" + agent + "\"}")
                .json();
        String path = Anyreach.CONVERSATIONS + "/" + made.at("/conversation/id").stringValue();
        assertThat(served.get("north", path).status()).isEqualTo(200);
        String elsewhere = Anyreach.CONVERSATIONS + "/" + reception.conversation();
        served.get("north", elsewhere).is(404, "{\"detail\":\"Conversation not found\"}");
        served.post("north", elsewhere + "/end", "").is(404, "{\"detail\":\"Conversation not found\"}");
    }

    @Test
    void membersThatAreNotKnownAreIgnored() {
        JsonNode made = made(200, "{\"channel\":\"text\",\"user_id\":\"u\",\"agent_config\":{},\"colour\":\"red\"}");
        assertThat(made.has("conversation")).isTrue();
    }

    private JsonNode made(int status, String body) {
        Served.Answered answer = post(body.replace("%s", agent));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.json();
    }

    private Served.Answered post(String body) {
        return served.post(Anyreach.CONVERSATIONS, body);
    }

    private String version(int number) {
        JsonNode version =
                served.get("/core/agents/" + agent + "/versions/" + number).json();
        return version.get("id").stringValue();
    }
}
