package dev.parlance.dialect.parrotmob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.State;
import dev.parlance.dialect.Served;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ConversationCallsTest {
    private static final Served SERVED = Served.of(ParrotMob::dialect, Shelf.rows());
    private static final String NOT_FOUND = "{\"errors\":{\"detail\":\"Not Found\"}}";

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    private static JsonNode created(String body) {
        Served.Answered answer = SERVED.post(Shelf.LIST, body);
        assertThat(answer.status()).isEqualTo(201);
        JsonNode conversation = answer.json().get("data");
        assertThat(answer.findHeader("Location"))
                .contains("/api/v2/accounts/" + Served.ONE.publicId() + "/conversations/"
                        + conversation.get("id").stringValue());
        assertThat(SERVED.get(answer.findHeader("Location").orElseThrow())
                        .json()
                        .get("data"))
                .isEqualTo(conversation);
        return conversation;
    }

    private static Conversation stored(long number) {
        return SERVED.doors()
                .archive()
                .get(Served.access("full"), new UUID(0x4000, number), false)
                .conversation();
    }

    private static String path(long number) {
        return Shelf.LIST + "/" + new UUID(0x4000, number);
    }

    @Test
    void oneForLaterIsScheduledWithAllThatWasSaid() {
        Instant tomorrow = Instant.now().plusSeconds(86_400);
        JsonNode conversation = created("{\"audience_membership_id\":\"m9\",\"conversation_graph_id\":\"spring\","
                + "\"scheduled_at\":\"" + tomorrow + "\",\"expires_at\":"
                + tomorrow.plusSeconds(60).toEpochMilli()
                + ",\"inaction_ttl\":3600}");
        assertThat(conversation.get("status").stringValue()).isEqualTo("scheduled");
        assertThat(conversation.get("kind").stringValue()).isEqualTo("graph");
        assertThat(conversation.get("audience_membership_id").stringValue()).isEqualTo("m9");
        assertThat(conversation.get("conversation_graph_id").stringValue()).isEqualTo("spring");
        assertThat(conversation.get("inaction_ttl").intValue()).isEqualTo(3600);
        assertThat(conversation.get("scheduled_at").stringValue())
                .startsWith(tomorrow.toString().substring(0, 19));
        assertThat(conversation.get("started_at").isNull()).isTrue();
        assertThat(SERVED.get(Shelf.LIST + "?status=scheduled&audience_membership_id=m9")
                        .json()
                        .at("/data/0"))
                .isEqualTo(conversation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "{\"scheduled_at\":\"2020-01-01\"}", "{\"scheduled_at\":null}"})
    void anyOtherIsReady(String body) {
        JsonNode conversation = created(body);
        assertThat(conversation.get("status").stringValue()).isEqualTo("ready");
        assertThat(conversation.get("kind").stringValue()).isEqualTo("chat");
        assertThat(conversation.get("audience_membership_id").isNull()).isTrue();
    }

    @Test
    void theMembershipIsNamedByIdOrByPhone() {
        JsonNode byPhone = created("{\"audience_membership\":{\"mobile_phone_number\":\"+15557770001\"}}");
        String membership = byPhone.get("audience_membership_id").stringValue();
        JsonNode byId = created("{\"audience_membership\":{\"id\":\"" + membership + "\"}}");
        assertThat(byId.get("audience_membership_id").stringValue()).isEqualTo(membership);
        JsonNode message = SERVED.post(
                        "/api/v2/accounts/me/conversation-messages",
                        "{\"audience_membership\":{\"mobile_phone_number\":\"+15557770001\"},\"text\":\"Hi.\"}")
                .json()
                .get("data");
        assertThat(message.get("conversation_id")).isEqualTo(byId.get("id"));
    }

    @Test
    void whatIsCancelledStaysSo() {
        JsonNode conversation = created("{\"scheduled_at\":\"2090-01-01T00:00:00Z\"}");
        String path = Shelf.LIST + "/" + conversation.get("id").stringValue();
        JsonNode cancelled = SERVED.post(path + "/cancel", "").json().get("data");
        assertThat(cancelled.get("status").stringValue()).isEqualTo("cancelled");
        assertThat(cancelled.get("completed_at").isNull()).isFalse();
        Served.Answered again = SERVED.post(path + "/cancel", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().at("/errors/detail").stringValue()).startsWith("The conversation is cancelled;");
        assertThat(SERVED.get(path).json().get("data")).isEqualTo(cancelled);
    }

    @Test
    void eachRequestSentAgainUnderItsKeyHasItsEffectOnce() {
        Map<String, String> headers = Map.of("Authorization", "Bearer full", "Idempotency-Key", "create");
        String body = "{\"audience_membership_id\":\"once\",\"scheduled_at\":\"2090-01-01T00:00:00Z\"}";
        Served.Answered first = SERVED.call(headers, "POST", Shelf.LIST, body);
        SERVED.call(headers, "POST", Shelf.LIST, body).is(201, first.text());
        assertThat(SERVED.get(Shelf.LIST + "?audience_membership_id=once")
                        .json()
                        .at("/meta/total")
                        .intValue())
                .isEqualTo(1);
        assertThat(SERVED.call(headers, "POST", Shelf.LIST, "{}").status()).isEqualTo(409);
        String path = Shelf.LIST + "/" + first.json().at("/data/id").stringValue() + "/cancel";
        Map<String, String> other = Map.of("Authorization", "Bearer full", "Idempotency-Key", "cancel");
        Served.Answered cancelled = SERVED.call(other, "POST", path, null);
        SERVED.call(other, "POST", path, null).is(200, cancelled.text());
    }

    @Test
    void conversationsOfOthersAreNotThere() {
        for (String token : List.of("other", "north")) {
            SERVED.get(token, path(1)).is(404, NOT_FOUND);
            SERVED.post(token, path(1) + "/cancel", "").is(404, NOT_FOUND);
        }
        SERVED.get(Shelf.LIST + "/" + UUID.randomUUID()).is(404, NOT_FOUND);
        SERVED.get(Shelf.LIST + "/c1").is(404, NOT_FOUND);
        SERVED.post(Shelf.LIST + "/c1/cancel", "").is(404, NOT_FOUND);
        String elsewhere = "/api/v2/accounts/99999999-0000-4000-0000-000000000002/conversations";
        SERVED.post(elsewhere, "{}").is(404, NOT_FOUND);
        SERVED.get(elsewhere + "/" + new UUID(0x4000, 1)).is(404, NOT_FOUND);
        SERVED.post(elsewhere + "/" + new UUID(0x4000, 1) + "/cancel", "").is(404, NOT_FOUND);
        assertThat(stored(1).state()).isEqualTo(State.SCHEDULED);
        assertThat(SERVED.get("north", path(6)).status()).isEqualTo(200);
    }

    @Test
    void aTokenWithoutTheScopeIsForbidden() {
        String lacks = "{\"errors\":{\"detail\":\"This token lacks the scope conversations:%s.\"}}";
        SERVED.get("none", path(1)).is(403, lacks.formatted("read"));
        SERVED.post("safe", Shelf.LIST, "{}").is(403, lacks.formatted("write"));
        SERVED.post("safe", path(1) + "/cancel", "").is(403, lacks.formatted("write"));
        assertThat(SERVED.post("unknown", Shelf.LIST, "{}").status()).isEqualTo(401);
        assertThat(SERVED.get("safe", path(1)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"scheduled_at":"soon"} | /scheduled_at | scheduled_at must be an ISO 8601 date or date-time of the years 1 to 9999, such as 2026-03-25T11:42:00Z, or epoch milliseconds
                    {"expires_at":true} | /expires_at | expires_at must be an ISO 8601 date or date-time of the years 1 to 9999, such as 2026-03-25T11:42:00Z, or epoch milliseconds
                    {"scheduled_at":"2090-01-02","expires_at":"2090-01-02"} | /expires_at | expires_at must be later than scheduled_at
                    {"inaction_ttl":0} | /inaction_ttl | inaction_ttl must be an integer from 1 to 2147483647
                    {"inaction_ttl":"60"} | /inaction_ttl | inaction_ttl must be an integer from 1 to 2147483647
                    {"inaction_ttl":2147483648} | /inaction_ttl | inaction_ttl must be an integer from 1 to 2147483647
                    {"conversation_graph_id":""} | /conversation_graph_id | conversation_graph_id must be text of at least one character
                    {"audience_membership_id":5} | /audience_membership_id | audience_membership_id must be text of at least one character
                    {"audience_membership_id":"a","audience_membership":{"id":"a"}} | /audience_membership_id | audience_membership_id must be absent beside audience_membership
                    {"audience_membership":{"mobile_phone_number":"1"}} | /audience_membership/mobile_phone_number | audience_membership.mobile_phone_number must be a phone number such as +15551234567
                    {"status":"ready"} | /status | status is unknown; the body accepts audience_membership, audience_membership_id, conversation_graph_id, expires_at, inaction_ttl, scheduled_at
                    [] | / | The body must be a JSON object
                    """)
    void aBodyThatCannotBeUnderstoodIsUnprocessable(String body, String pointer, String detail) {
        Served.Answered answer = SERVED.post(Shelf.LIST, body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/source/pointer").stringValue()).isEqualTo(pointer);
        assertThat(answer.json().at("/errors/0/detail").stringValue()).isEqualTo(detail);
        assertThat(answer.json().get("errors").size()).isEqualTo(1);
    }

    @Test
    void everyDocumentedMemberIsExercised() {
        SERVED.post(
                Shelf.LIST,
                "{\"audience_membership_id\":\"\",\"audience_membership\":{\"id\":\"\",\"mobile_phone_number\":\"\"},"
                        + "\"conversation_graph_id\":\"\",\"scheduled_at\":\"\",\"expires_at\":\"\",\"inaction_ttl\":0}");
        SERVED.get(path(1));
        SERVED.post(path(16) + "/cancel", "");
        assertThat(SERVED.documented().unexercised())
                .noneMatch(line -> line.startsWith("POST /api/v2/accounts/{account_id}/conversations")
                        || line.startsWith("GET /api/v2/accounts/{account_id}/conversations/{id}"));
    }
}
