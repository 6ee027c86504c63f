package dev.parlance.dialect.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.StableId;
import dev.parlance.dialect.Served;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BeginTest {
    private static final Served SERVED = Served.of(Parlance::dialect, Shelf.rows());
    private static final Api API = new Api(SERVED);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void aConversationBeginsAsItsRecordSays() {
        String id = UUID.randomUUID().toString();
        Served.Answered answer = SERVED.post(Api.ALL, """
                {"id": "%s", "workspace": "south", "channel": "email", "channel_id": "help@example.com",
                 "direction": "outbound", "state": "triggered", "subject": "Order", "summary": "s", "initial_context": "c",
                 "outcome": "o", "language": "de", "sentiment": "happy", "ai_closure_type": "resolved",
                 "assist_mode": true, "support_required": true, "scheduled_at": "2031-01-01T00:00:00Z",
                 "expires_at": "2032-01-01T00:00:00Z", "inaction_ttl": 60, "user_id": "u1",
                 "contact": {"external_id": "c9", "name": "Mara", "email": "m@example.com", "custom_data": {"tier": 1},
                   "company": "Ferrum", "non_verified_name": "M"},
                 "agent": {"id": "ava", "name": "Ava", "version_id": "v1", "number": "+49"},
                 "web_widget_id": "w", "assignee_id": "a", "audience_membership_id": "m", "conversation_graph_id": "g",
                 "team": {"name": "Billing"}, "tags": ["vip", "new"], "custom_data": {"plan": "pro"},
                 "ticketing_system": {"name": "zendesk", "external_id": "1", "id_type": "ticket_id"},
                 "recording": {"url": "https://example.com/r.mp3", "duration": 5, "format": "mp3"}}
                """.formatted(id));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.findHeader("Location")).contains("/v1/conversations/" + id);
        JsonNode json = answer.json();
        assertThat(json.get("id").stringValue()).isEqualTo(id);
        assertThat(json.get("state").stringValue()).isEqualTo("triggered");
        assertThat(json.get("workspace_id").stringValue())
                .isEqualTo(StableId.workspace("south").toString());
        assertThat(json.get("channel_id").stringValue()).isEqualTo("help@example.com");
        assertThat(json.at("/contact/company").stringValue()).isEqualTo("Ferrum");
        assertThat(json.at("/recording/url").stringValue()).isEqualTo("https://example.com/r.mp3");
        assertThat(json.get("source").stringValue()).isEqualTo("parlance");
        assertThat(json.get("messages")).isEmpty();
        assertThat(API.get(Api.ALL + "/" + id + "?include=transcript")).isEqualTo(json);
    }

    @Test
    void withoutMoreThanAChannelItIsNewAndInTheDefaultWorkspace() {
        JsonNode json = SERVED.post(Api.ALL, "{\"channel\": \"web\"}").json();
        assertThat(json.get("state").stringValue()).isEqualTo("new");
        assertThat(json.get("workspace").stringValue()).isEqualTo("default");
        assertThat(json.get("channel_id").stringValue()).isEqualTo("web");
        assertThat(json.get("contact").isNull()).isTrue();
        assertThat(json.get("number").longValue()).isGreaterThan(18);
    }

    @Test
    void whatIsToComeIsScheduled() {
        JsonNode later = SERVED.post(Api.ALL, "{\"channel\": \"sms\", \"scheduled_at\": \"2031-01-01T00:00:00Z\"}")
                .json();
        assertThat(later.get("state").stringValue()).isEqualTo("scheduled");
        JsonNode past = SERVED.post(Api.ALL, "{\"channel\": \"sms\", \"scheduled_at\": \"2021-01-01T00:00:00Z\"}")
                .json();
        assertThat(past.get("state").stringValue()).isEqualTo("new");
    }

    @Test
    void itsMessagesAreSaidOneAfterTheOther() {
        JsonNode json = API.get(API.beginTalk() + "?include=transcript");
        assertThat(json.get("state").stringValue()).isEqualTo("active");
        assertThat(json.get("message_count").intValue()).isEqualTo(2);
        assertThat(json.get("user_turn_count").intValue()).isEqualTo(1);
        assertThat(json.get("messages").values().stream()
                        .map(each -> each.get("text").stringValue()))
                .containsExactly("Where is it?", "On its way.");
        assertThat(json.get("started_at")).isEqualTo(json.at("/messages/0/at"));
        assertThat(json.get("last_message_at")).isEqualTo(json.at("/messages/1/at"));
    }

    @Test
    void aTokenOfOneWorkspaceBeginsInIt() {
        JsonNode json = SERVED.post("north", Api.ALL, "{\"channel\": \"web\"}").json();
        assertThat(json.get("workspace").stringValue()).isEqualTo("north");
        Served.Answered elsewhere = SERVED.post("north", Api.ALL, "{\"channel\": \"web\", \"workspace\": \"Main\"}");
        assertThat(elsewhere.status()).isEqualTo(404);
        assertThat(elsewhere.json().get("detail").stringValue()).isEqualTo("Workspace not found");
    }

    @Test
    void anIdIsTakenOnce() {
        String json = "{\"channel\": \"web\", \"id\": \"" + UUID.randomUUID() + "\"}";
        assertThat(SERVED.post(Api.ALL, json).status()).isEqualTo(201);
        Served.Answered again = SERVED.post(Api.ALL, json);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("type").stringValue()).isEqualTo("urn:parlance:problem:conflict");
    }

    @Test
    void whoMayOnlyWriteSeesWhatIsSafe() {
        Served.Answered answer =
                SERVED.post("writer", Api.ALL, "{\"channel\": \"web\", \"summary\": \"secret\", \"subject\": \"Hi\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).contains("\"subject\":\"Hi\"").doesNotContain("summary", "secret");
    }

    /// Body and the fields that are wrong with it.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {} | channel
                    {"channel": "fax"} | channel
                    {"channel": 1} | channel
                    {"channel": "web", "mood": 1} | mood
                    {"channel": "web", "created_at": "2026-01-01"} | created_at
                    {"channel": "web", "updated_at": "2026-01-01"} | updated_at
                    {"channel": "web", "ticket_number": 4} | ticket_number
                    {"channel": "web", "source": "x", "source_id": "y"} | source source_id
                    {"channel": "web", "duration": 4, "user_turn_count": 1} | duration user_turn_count
                    {"channel": "web", "handoff": {"summary": "x"}} | handoff
                    {"channel": "web", "state": "resolved"} | state
                    {"channel": "web", "state": "waiting"} | state
                    {"channel": "web", "id": "seven"} | id
                    {"channel": "web", "tags": "vip"} | tags
                    {"channel": "web", "tags": [1]} | tags[0]
                    {"channel": "web", "custom_data": [1]} | custom_data
                    {"channel": "web", "contact": "Mara"} | contact
                    {"channel": "web", "contact": {"nick": "M"}} | contact.nick
                    {"channel": "web", "team": {}} | team.name
                    {"channel": "web", "expires_at": "tomorrow"} | expires_at
                    {"channel": "web", "inaction_ttl": -1} | inaction_ttl
                    {"channel": "web", "assist_mode": "yes"} | assist_mode
                    {"channel": "web", "recording": {"file": "/etc/passwd"}} | recording.file
                    {"channel": "web", "messages": [{"author": "contact"}]} | messages[0].text
                    {"channel": "web", "messages": [{"author": "robot", "text": "x"}]} | messages[0].author
                    {"channel": "web", "messages": [{"author": "ai", "text": "x", "at": "2026-01-01"}]} | messages[0].at
                    {"channel": "web", "messages": [{"author": "contact", "text": "x", "uses": [{}]}]} | messages[0].uses messages[0].uses[0].type messages[0].uses[0].id messages[0].uses[0].kind
                    {"channel": "fax", "mood": 1, "state": 7} | channel state mood
                    """)
    void badMembersAreAllNamed(String body, String fields) {
        Served.Answered answer = SERVED.post(Api.ALL, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().get("errors").values().stream()
                        .map(each -> each.get("field").stringValue()))
                .containsExactlyInAnyOrderElementsOf(List.of(fields.split(" ", -1)));
    }

    @Test
    void whatIsNoObjectIsNoConversation() {
        assertThat(SERVED.post(Api.ALL, "[]").status()).isEqualTo(400);
        assertThat(SERVED.post(Api.ALL, "\"web\"").status()).isEqualTo(400);
        assertThat(SERVED.post(Api.ALL, "").status()).isEqualTo(400);
        assertThat(SERVED.post(Api.ALL, "{\"channel\": \"web\",").status()).isEqualTo(400);
    }

    @Test
    void aSayingThatTheBeginningDoesNotAllowLeavesNothing() {
        long before =
                SERVED.get(Api.ALL + "?count=true&limit=1").json().get("total").longValue();
        String twice = UUID.randomUUID().toString();
        Served.Answered answer = SERVED.post(Api.ALL, """
                {"channel": "web", "contact": {"external_id": "never"}, "messages": [
                  {"id": "%s", "author": "contact", "text": "a"}, {"id": "%s", "author": "contact", "text": "b"}]}
                """.formatted(twice, twice));
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(SERVED.get(Api.ALL + "?count=true&limit=1")
                        .json()
                        .get("total")
                        .longValue())
                .isEqualTo(before);
    }
}
