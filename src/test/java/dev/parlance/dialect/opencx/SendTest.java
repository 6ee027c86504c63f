package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import dev.parlance.dialect.Sample;
import dev.parlance.dialect.Served;
import dev.parlance.query.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SendTest {
    private static final Served SERVED = Served.of(OpenCx::dialect, rows());
    private static final Talks TALKS = new Talks(SERVED);
    private static final String AGENT = """
            {"sender":"agent","message":{"text":"%s"},"agent":{"id":%s,"name":"Ann","avatar_url":"https://a.example/1"},\
            "should_take_over_session_from_ai":%s}
            """;

    /// 101 ended six days ago, 102 eight days ago.
    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>(Shelf.rows());
        Instant now = Instant.now();
        for (int days : new int[] {6, 8}) {
            String then = now.minus(Duration.ofDays(days)).toString();
            rows.add(Sample.conversation(days == 6 ? 101 : 102, then)
                    .state(State.RESOLVED)
                    .row());
        }
        return rows;
    }

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void whatAContactSaysIsToldAndMovesTheSession() {
        UUID id = TALKS.create("{}");
        JsonNode before = TALKS.get(id);
        UUID message = TALKS.says(id, "Where is my refund?");
        assertThat(TALKS.told(id)).containsExactly("message contact: Where is my refund?");
        assertThat(TALKS.history(id).getFirst().get("id").stringValue()).isEqualTo(message.toString());
        assertThat(TALKS.get(id).get("updated_at").stringValue())
                .isGreaterThanOrEqualTo(before.get("updated_at").stringValue());
        assertThat(SERVED.post("/chat/sessions/filter", "{\"limit\":1}")
                        .json()
                        .at("/data/0/id")
                        .stringValue())
                .isEqualTo(id.toString());
    }

    @Test
    void aSenderIsTheContactUnlessSaidOtherwise() {
        UUID id = TALKS.create("{}");
        TALKS.send(id, "{\"message\":{\"text\":\"Hello\"}}");
        assertThat(TALKS.told(id)).containsExactly("message contact: Hello");
    }

    @Test
    void whatIsSaidOfTheContactMakesOneAndIsAddedToIt() {
        UUID id = TALKS.create("{}");
        TALKS.send(id, """
                {"sender":"contact","message":{"text":"a"},"contact":{"name":"Ola Berg","email":"ola@example.com",
                "avatar_url":"https://a.example/2","custom_data":{"plan":"pro","seats":3}}}
                """);
        TALKS.send(id, """
                {"sender":"contact","message":{"text":"b"},"contact":{"phone_number":"+4670",
                "custom_data":{"seats":null,"vip":true}}}
                """);
        JsonNode contact = TALKS.get(id).get("contact");
        assertThat(contact.get("name").stringValue()).isEqualTo("Ola Berg");
        assertThat(contact.get("email").stringValue()).isEqualTo("ola@example.com");
        assertThat(contact.get("phone_number").stringValue()).isEqualTo("+4670");
        assertThat(contact.get("custom_data").toString()).isEqualTo("{\"plan\":\"pro\",\"vip\":true}");
        UUID other = TALKS.create("{}");
        TALKS.send(other, "{\"message\":{\"text\":\"c\"},\"contact\":{\"email\":\"OLA@example.com\"}}");
        assertThat(TALKS.get(other).at("/contact/id")).isEqualTo(contact.get("id"));
        assertThat(TALKS.history(id).getFirst().at("/event/sender/name").stringValue())
                .isEqualTo("Ola Berg");
    }

    @Test
    void nothingSaidOfTheContactMakesNone() {
        UUID id = TALKS.create("{}");
        TALKS.send(id, "{\"message\":{\"text\":\"a\"},\"contact\":{},\"custom_data\":{}}");
        assertThat(TALKS.get(id).has("contact") || TALKS.get(id).has("custom_data"))
                .isFalse();
    }

    @Test
    void customDataIsAddedToTheSessions() {
        UUID id = TALKS.create("{}");
        TALKS.send(id, "{\"message\":{\"text\":\"a\"},\"custom_data\":{\"plan\":\"pro\",\"seats\":3,\"beta\":false}}");
        TALKS.send(id, "{\"message\":{\"text\":\"b\"},\"custom_data\":{\"seats\":4.50}}");
        assertThat(TALKS.get(id).get("custom_data").toString())
                .isEqualTo("{\"plan\":\"pro\",\"seats\":4.50,\"beta\":false}");
    }

    @Test
    void aPersonLeavesTheSessionToTheAiOrTakesItOver() {
        UUID id = TALKS.create("{}");
        TALKS.says(id, "Hello");
        TALKS.send(id, AGENT.formatted("Hi", "207", "false"));
        assertThat(TALKS.get(id).has("assignee_id")).isFalse();
        assertThat(TALKS.told(id)).containsExactly("message contact: Hello", "agent_message human_agent: Hi");
        TALKS.send(id, AGENT.formatted("I am here", "207", "true"));
        assertThat(TALKS.get(id).get("assignee_id").stringValue()).isEqualTo("207");
        assertThat(TALKS.told(id).subList(2, 5))
                .containsExactly(
                        "agent_took_session_from_ai system",
                        "agent_assigned_by_integration system",
                        "agent_message human_agent: I am here");
        TALKS.send(id, AGENT.formatted("Still here", "\"208\"", "true"));
        assertThat(TALKS.get(id).get("assignee_id").stringValue()).isEqualTo("208");
        assertThat(TALKS.told(id))
                .filteredOn(line -> line.startsWith("agent_took"))
                .hasSize(1);
        assertThat(TALKS.history(id).getLast().at("/event/sender/name").stringValue())
                .isEqualTo("Ann");
    }

    @Test
    void aContactOpensAClosedSessionAgainForAWeek() {
        UUID id = TALKS.create("{}");
        TALKS.status(id, "closed_resolved");
        TALKS.says(id, "Once more");
        assertThat(TALKS.get(id).get("status").stringValue()).isEqualTo("open");
        assertThat(TALKS.told(id))
                .containsExactly(
                        "closed_resolved_by_api system",
                        "integration_reopened_session system",
                        "message contact: Once more");
        TALKS.says(new UUID(0, 101), "After six days");
        Served.Answered late = SERVED.post(Talks.path(new UUID(0, 102)) + "/send", "{\"message\":{\"text\":\"Late\"}}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("message").stringValue()).endsWith("too long ago to go on.");
        assertThat(TALKS.history(new UUID(0, 102))).isEmpty();
        assertThat(TALKS.get(new UUID(0, 102)).get("status").stringValue()).isEqualTo("closed_resolved");
    }

    @Test
    void aPersonDoesNotWriteToAClosedSession() {
        UUID id = TALKS.create("{}");
        TALKS.status(id, "closed_unresolved");
        JsonNode before = TALKS.get(id);
        for (boolean takesOver : new boolean[] {true, false}) {
            Served.Answered answer = SERVED.post(Talks.path(id) + "/send", AGENT.formatted("Hello?", "207", takesOver));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.json().get("message").stringValue()).startsWith("The conversation is unresolved;");
        }
        assertThat(TALKS.get(id)).isEqualTo(before);
    }

    @Test
    void sendingUnderAKeyHappensOnce() {
        UUID id = TALKS.create("{}");
        TALKS.once(
                "POST",
                Talks.path(id) + "/send",
                "{\"message\":{\"text\":\"Only once\"},\"contact\":{\"name\":\"Ola\"}}",
                "{\"message\":{\"text\":\"Another\"}}");
        assertThat(TALKS.told(id)).containsExactly("message contact: Only once");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    | message.text must be given when there are no attachments
                    {} | message.text must be given when there are no attachments
                    {"message":"Hello"} | message must be an object; message.text must be given when there are no attachments
                    {"message":{"text":" "}} | message.text must be given when there are no attachments
                    {"message":{"text":"","attachments":[]}} | message.text must be given when there are no attachments
                    {"message":{"text":5}} | message.text must be text
                    {"message":{"type":"html","text":"a"}} | message.type must be one of text
                    {"sender":"ai","message":{"text":"a"}} | sender must be one of contact, agent
                    {"message":{"text":"a"},"contact":"Ola"} | contact must be an object
                    {"message":{"text":"a"},"contact":{"email":"ola","name":1}} | contact.name must be text of 1 to 320 characters; contact.email must be an e-mail address
                    {"message":{"text":"a"},"contact":{"custom_data":{"deep":{"a":1}}}} | contact.custom_data.deep must be text, a number, true or false, or null to take it away
                    {"message":{"text":"a"},"custom_data":{"deep":{"a":1},"list":[]}} | custom_data.deep must be text, a number, true or false; custom_data.list must be text, a number, true or false
                    {"message":{"text":"a"},"custom_data":{"none":null}} | custom_data.none must be text, a number, true or false
                    {"message":{"text":"a"},"custom_data":[]} | custom_data must be an object of at most 1000 names and plain values
                    {"message":{"text":"a"},"sender":"agent","agent":{"id":[]}} | agent.id must be text or an integer
                    {"message":{"text":"a"},"should_take_over_session_from_ai":"true"} | should_take_over_session_from_ai must be true or false
                    {"message":{"attachments":{"url":"https://a.example/b"}}} | message.attachments must be an array of attachments
                    {"message":{"attachments":["https://a.example/b"]}} | message.attachments[0] must be an object with url or base64
                    {"message":{"attachments":[{"name":"a"}]}} | message.attachments[0] must be given either as url or as base64
                    {"message":{"attachments":[{"url":"https://a.example/b","base64":"YQ=="}]}} | message.attachments[0] must be given either as url or as base64
                    {"message":{"attachments":[{"url":"file:///etc/passwd"}]}} | message.attachments[0].url must be an http or https URL
                    {"message":{"attachments":[{"url":"javascript:alert(1)"},{"url":7}]}} | message.attachments[0].url must be an http or https URL; message.attachments[1].url must be an http or https URL
                    {"message":{"attachments":[{"base64":"%%%","mime_type":"png"}]}} | message.attachments[0].mime_type must be a media type such as image/png; message.attachments[0].base64 must be the bytes of a file in base64
                    """)
    void whatIsWrongIsSaidAndNothingIsStored(String body, String message) {
        UUID id = new UUID(0, 2);
        JsonNode before = TALKS.get(id);
        SERVED.call("full", "POST", Talks.path(id) + "/send", body)
                .is(400, "{\"statusCode\":400,\"message\":\"" + message + "\",\"error\":\"Bad Request\"}");
        assertThat(TALKS.get(id)).isEqualTo(before);
    }

    @Test
    void onlyWhoMayWriteCanSend() {
        String hello = "{\"message\":{\"text\":\"Hello\"}}";
        String path = Talks.path(new UUID(0, 2)) + "/send";
        assertThat(SERVED.call("safe", "POST", path, hello).status()).isEqualTo(403);
        assertThat(SERVED.call("unknown", "POST", path, hello).status()).isEqualTo(401);
        assertThat(SERVED.call("other", "POST", path, hello).status()).isEqualTo(404);
        assertThat(SERVED.call("north", "POST", path, hello).status()).isEqualTo(404);
        assertThat(SERVED.post(Talks.path(UUID.randomUUID()) + "/send", hello).status())
                .isEqualTo(404);
        assertThat(SERVED.get(path).status()).isEqualTo(405);
        assertThat(TALKS.history(new UUID(0, 2))).isEmpty();
    }

    @Test
    void aPersonOfTheHouseIsKnownAsHumanEverywhere() {
        UUID id = TALKS.create("{\"contact_id\":\"" + StableId.of("contact", "mara") + "\"}");
        TALKS.send(id, AGENT.formatted("Hi", "207", "false"));
        JsonNode sender = TALKS.history(id).getFirst().at("/event/sender");
        assertThat(sender.get("type").stringValue()).isEqualTo("human_agent");
        assertThat(TALKS.get(id).get("status").stringValue()).isEqualTo("open");
    }
}
