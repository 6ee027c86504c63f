package dev.parlance.dialect.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Channel;
import dev.parlance.conversation.StableId;
import dev.parlance.dialect.Sample;
import dev.parlance.dialect.Served;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GetTest {
    private static final Served SERVED = Served.of(Parlance::dialect, Shelf.rows());
    private static final Api API = new Api(SERVED);
    private static final String ONE = Api.ALL + "/" + Sample.id(1);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void aConversationHasEveryMember() {
        SERVED.get(ONE).is(200, """
                {"id":"00000000-0000-0000-0000-000000000001","number":1,"workspace":"Main","workspace_id":"%s",
                "channel":"email","channel_id":"email","channel_account_id":"%s","direction":"inbound","state":"waiting",
                "subject":"Delivery of order 4521","summary":"Asks for café delivery.","summary_by":null,"initial_context":null,
                "outcome":"Confirmed.","language":"en","sentiment":"happy","ai_closure_type":"handed_off",
                "assist_mode":true,"support_required":true,"open_attention":0,
                "created_at":"2026-03-24T08:15:00.000000Z","updated_at":"2026-03-25T11:42:00.000999Z",
                "started_at":"2026-03-24T08:15:00.000000Z","last_message_at":"2026-03-25T11:42:00.000999Z",
                "completed_at":null,"scheduled_at":null,"expires_at":null,"inaction_ttl":null,
                "message_count":2,"user_turn_count":1,"duration":null,
                "contact":{"id":"%s","external_id":null,"name":null,"email":"mara@example.com","phone":null,
                "company":"Ferrum","company_id":"%s","non_verified_name":null,"non_verified_email":null,
                "custom_data":{"tier":"gold"},"non_verified_custom_data":null},
                "user_id":"mara@example.com","web_widget_id":null,"assignee_id":"usr_17","audience_membership_id":null,
                "conversation_graph_id":null,"agent":null,
                "team":{"id":"%s","name":"Billing","description":"Money matters"},"tags":["vip","delivery"],
                "custom_data":{"plan":"pro"},"handoff":{"summary":"Wants a person.","sentiment":"angry","at":null},
                "ticketing_system":{"name":"zendesk","external_id":"Z-1","id_type":"ticket_id"},"recording":null,
                "source":"test","source_id":"1"}
                """.replace("\n", "").formatted(
                StableId.workspace("Main"),
                StableId.channel("Main", Channel.EMAIL, "email"),
                StableId.of("contact", "customer-9"),
                StableId.company("Ferrum"),
                StableId.of("team", "billing")));
    }

    @Test
    void aTokenSeesOnlyWhatItMay() {
        Served.Answered answer = SERVED.get("safe", ONE);
        assertThat(answer.text())
                .contains("\"subject\":\"Delivery of order 4521\"", "\"email\":\"mara@example.com\"")
                .doesNotContain("summary", "custom_data", "handoff\":", "recording", "initial_context", "messages");
        assertThat(SERVED.get("safe", ONE + "?include=transcript").status()).isEqualTo(403);
        assertThat(SERVED.get("safe", ONE + "?include=timeline").status()).isEqualTo(403);
        assertThat(SERVED.get("none", ONE).status()).isEqualTo(403);
    }

    @Test
    void theTranscriptHasWhatWasSaidAndUsed() {
        JsonNode messages = API.get(ONE + "?include=transcript").get("messages");
        assertThat(messages).hasSize(2);
        assertThat(messages.get(1).toString())
                .isEqualTo("{\"id\":\"00000000-0000-0001-0000-000000000002\",\"author\":\"ai\",\"author_name\":null,"
                        + "\"at\":\"2026-03-25T11:42:00.000999Z\",\"text\":\"On Thursday.\",\"attachments\":[],\"uses\":["
                        + "{\"type\":\"action\",\"id\":\"track_order\",\"kind\":\"applied\",\"name\":null,"
                        + "\"arguments\":null,\"result\":null,\"error\":false},"
                        + "{\"type\":\"knowledge\",\"id\":\"kb_1\",\"kind\":\"available\",\"name\":null,"
                        + "\"arguments\":null,\"result\":null,\"error\":false}]}");
    }

    @Test
    void theTimelineTellsWhatWasDone() {
        String path = API.beginTalk();
        API.act(path, "note", "{\"text\": \"Called back.\"}");
        API.act(path, "resolve", "{\"outcome\": \"Found.\"}");
        JsonNode timeline = API.get(path + "?include=timeline,transcript").get("timeline");
        assertThat(timeline.values().stream().map(each -> each.get("kind").stringValue()))
                .containsExactly("conversation_created", "state_changed", "noted", "state_changed", "described");
        assertThat(timeline.get(2).at("/detail/text").stringValue()).isEqualTo("Called back.");
        assertThat(timeline.get(3).at("/detail/to").stringValue()).isEqualTo("resolved");
        assertThat(timeline.get(3).at("/by/kind").stringValue()).isEqualTo("api");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "00000000-0000-0000-0000-0000000000ff", "%20", "0-0-0-0-1"})
    void whatNobodyHasIsNotFound(String id) {
        Served.Answered answer = SERVED.get(Api.ALL + "/" + id);
        answer.is(404, """
                {"type":"urn:parlance:problem:not-found","title":"Not Found","status":404,"detail":"Conversation not found"}""");
        assertThat(answer.findHeader("Content-Type")).contains("application/problem+json");
    }

    @Test
    void othersConversationsAreNotFoundEither() {
        String unknown = SERVED.get(Api.ALL + "/" + UUID.randomUUID()).text();
        SERVED.get("other", ONE).is(404, unknown);
        SERVED.get("north", ONE).is(404, unknown);
        assertThat(SERVED.get("north", Api.ALL + "/" + Sample.id(18)).status()).isEqualTo(200);
    }

    @Test
    void whatIsKnownAlreadyIsNotSentAgain() {
        String tag = API.tag(ONE);
        Served.Answered same = SERVED.get(Api.with("If-None-Match", tag), ONE);
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.text()).isEmpty();
        assertThat(same.findHeader("ETag")).contains(tag);
        assertThat(SERVED.get(Api.with("If-None-Match", "\"1\", W/" + tag), ONE).status())
                .isEqualTo(304);
        assertThat(SERVED.get(Api.with("If-None-Match", "*"), ONE).status()).isEqualTo(304);
        assertThat(SERVED.get(Api.with("If-None-Match", "\"1\""), ONE).status()).isEqualTo(200);
    }

    @Test
    void aVersionChangesWithTheConversationAndWithItsContact() {
        String first = API.begin("{\"channel\": \"web\", \"contact\": {\"external_id\": \"v1\"}}");
        String second = API.begin("{\"channel\": \"web\", \"contact\": {\"external_id\": \"v1\"}}");
        String before = API.tag(first);
        API.patch(second, "{\"contact\": {\"name\": \"Vera\"}}");
        String after = API.tag(first);
        assertThat(after).isNotEqualTo(before);
        assertThat(after.split("-", 2)[0]).isEqualTo(before.split("-", 2)[0]);
        API.act(first, "tag", "{\"add\": [\"x\"]}");
        assertThat(API.tag(first).split("-", 2)[0]).isNotEqualTo(after.split("-", 2)[0]);
    }

    @Test
    void onlyWhatThereIsCanBeIncluded() {
        Served.Answered answer = SERVED.get(ONE + "?include=transcript,photos");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/given").stringValue()).isEqualTo("transcript,photos");
        assertThat(answer.json().at("/errors/0/accepted").stringValue()).contains("transcript, timeline");
        assertThat(SERVED.get(ONE + "?expand=all").status()).isEqualTo(400);
    }
}
