package dev.parlance.dialect.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DescribeTest {
    private static final Served SERVED = Served.of(Parlance::dialect, List.of());
    private static final Api API = new Api(SERVED);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void whatIsGivenIsSaidAndTheRestStays() {
        String path = API.begin("{\"channel\": \"web\", \"subject\": \"Old\", \"summary\": \"Kept\"}");
        JsonNode after = API.patch(path, """
                        {"subject": "New", "outcome": "o", "language": "de", "sentiment": "angry",
                         "ai_closure_type": "assumed_resolved"}
                        """).json();
        assertThat(after.get("subject").stringValue()).isEqualTo("New");
        assertThat(after.get("summary").stringValue()).isEqualTo("Kept");
        assertThat(after.get("sentiment").stringValue()).isEqualTo("angry");
        assertThat(after.get("ai_closure_type").stringValue()).isEqualTo("assumed_resolved");
        assertThat(API.get(path)).isEqualTo(after);
        assertThat(SERVED.get(Api.ALL + "?q=New").json().get("data")).hasSize(1);
        assertThat(SERVED.get(Api.ALL + "?q=Old").json().get("data")).isEmpty();
    }

    @Test
    void nullTakesAway() {
        String path = API.begin("""
                {"channel": "web", "subject": "Gone", "summary": "Gone", "outcome": "o", "language": "de",
                 "sentiment": "happy", "ai_closure_type": "resolved", "custom_data": {"a": 1}}
                """);
        JsonNode after = API.patch(path, """
                        {"subject": null, "summary": null, "outcome": null, "language": null, "sentiment": null,
                         "ai_closure_type": null, "custom_data": null}
                        """).json();
        for (String name :
                List.of("subject", "summary", "outcome", "language", "sentiment", "ai_closure_type", "custom_data")) {
            assertThat(after.get(name).isNull()).as(name).isTrue();
        }
        assertThat(SERVED.get(Api.ALL + "?q=Gone").json().get("data")).isEmpty();
    }

    @Test
    void customDataIsAddedToMemberByMember() {
        String path = API.begin("{\"channel\": \"web\", \"custom_data\": {\"a\": 1, \"b\": {\"x\": 1}, \"c\": 2}}");
        JsonNode after = API.patch(path, "{\"custom_data\": {\"b\": {\"y\": 2}, \"c\": null, \"d\": [null]}}")
                .json();
        assertThat(after.get("custom_data").toString()).isEqualTo("{\"a\":1,\"b\":{\"y\":2},\"d\":[null]}");
    }

    @Test
    void aScheduleChangesInParts() {
        String path = API.begin("""
                {"channel": "sms", "scheduled_at": "2031-01-01T00:00:00Z", "expires_at": "2032-01-01T00:00:00Z"}
                """);
        JsonNode longer = API.patch(path, "{\"expires_at\": \"2033-01-01T00:00:00Z\", \"inaction_ttl\": 60}")
                .json();
        assertThat(longer.get("scheduled_at").stringValue()).isEqualTo("2031-01-01T00:00:00.000000Z");
        assertThat(longer.get("expires_at").stringValue()).isEqualTo("2033-01-01T00:00:00.000000Z");
        JsonNode endless = API.patch(path, "{\"expires_at\": null, \"inaction_ttl\": null}")
                .json();
        assertThat(endless.get("scheduled_at").stringValue()).isEqualTo("2031-01-01T00:00:00.000000Z");
        assertThat(endless.get("expires_at").isNull()).isTrue();
        assertThat(endless.get("inaction_ttl").isNull()).isTrue();
    }

    @Test
    void theContactIsAddedTo() {
        String path = API.begin("{\"channel\": \"web\", \"contact\": {\"external_id\": \"d1\", \"name\": \"Dora\"}}");
        JsonNode after = API.patch(path, "{\"contact\": {\"email\": \"dora@example.com\"}}")
                .json();
        assertThat(after.at("/contact/name").stringValue()).isEqualTo("Dora");
        assertThat(after.at("/contact/email").stringValue()).isEqualTo("dora@example.com");
        String bare = API.begin("{\"channel\": \"web\"}");
        assertThat(API.patch(bare, "{\"contact\": {\"name\": \"Eve\"}}")
                        .json()
                        .at("/contact/name")
                        .stringValue())
                .isEqualTo("Eve");
    }

    @Test
    void whatChangesNothingIsNoNewVersion() {
        String path = API.begin("{\"channel\": \"web\", \"subject\": \"Same\"}");
        String before = API.tag(path);
        assertThat(API.patch(path, "{}").status()).isEqualTo(200);
        assertThat(API.patch(path, "{\"subject\": \"Same\"}").findHeader("ETag"))
                .contains(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"subject": 1} | subject
                    {"sentiment": "sad"} | sentiment
                    {"state": "resolved"} | state
                    {"custom_data": []} | custom_data
                    {"scheduled_at": "soon"} | scheduled_at
                    {"inaction_ttl": "x"} | inaction_ttl
                    {"contact": {"mail": "x"}} | contact.mail
                    {"language": ""} | language
                    {"tags": ["x"], "id": "y"} | tags id
                    """)
    void badMembersAreAllNamed(String body, String fields) {
        Served.Answered answer = API.patch(API.begin("{\"channel\": \"web\"}"), body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").values().stream()
                        .map(each -> each.get("field").stringValue()))
                .containsExactlyInAnyOrderElementsOf(List.of(fields.split(" ", -1)));
    }

    @Test
    void othersConversationsAreNotThere() {
        String path = API.begin("{\"channel\": \"web\"}");
        assertThat(SERVED.call("other", "PATCH", path, "{}").status()).isEqualTo(404);
        assertThat(SERVED.call("north", "PATCH", path, "{}").status()).isEqualTo(404);
        assertThat(SERVED.call("safe", "PATCH", path, "{}").status()).isEqualTo(403);
        assertThat(SERVED.call("full", "PATCH", Api.ALL + "/x", "{}").status()).isEqualTo(404);
    }
}
