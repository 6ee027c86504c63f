package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import dev.parlance.dialect.Served;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SessionLifeTest {
    private static final Served SERVED = Served.of(OpenCx::dialect, Shelf.rows());
    private static final Talks TALKS = new Talks(SERVED);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void aNewSessionIsOpenAndOnTheApisOwnChannel() {
        for (String body : new String[] {"{}", "", "{\"contact_id\":null,\"channel\":null,\"other\":1}"}) {
            JsonNode session = TALKS.get(TALKS.create(body));
            assertThat(session.get("status").stringValue()).isEqualTo("open");
            assertThat(session.at("/channel/type").stringValue()).isEqualTo("api");
            assertThat(session.has("contact")).isFalse();
            assertThat(session.get("created_at")).isEqualTo(session.get("updated_at"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web",
                "email",
                "phone_voice",
                "web_voice",
                "sms",
                "whatsapp",
                "instagram",
                "messenger",
                "slack",
                "api"
            })
    void aSessionHasTheChannelAndTheContactAskedFor(String channel) {
        UUID mara = StableId.of("contact", "mara");
        UUID id = TALKS.create("{\"contact_id\":\"" + mara + "\",\"channel\":{\"type\":\"" + channel
                + "\"},\"verified\":" + channel.contains("e") + "}");
        JsonNode session = TALKS.get(id);
        assertThat(session.at("/channel/type").stringValue()).isEqualTo(channel);
        assertThat(session.at("/contact/name").stringValue()).isEqualTo("Mara Lindqvist");
        assertThat(TALKS.history(id)).isEmpty();
    }

    @Test
    void aContactThatNobodyKnowsIsNotFoundAndMakesNoSession() {
        int before = TALKS.items(Talks.SESSIONS, "").size();
        SERVED.post(Talks.SESSIONS, "{\"contact_id\":\"" + UUID.randomUUID() + "\"}")
                .is(404, "{\"statusCode\":404,\"message\":\"Contact not found\",\"error\":\"Not Found\"}");
        assertThat(TALKS.items(Talks.SESSIONS, "")).hasSize(before);
    }

    @Test
    void aSessionOfAWorkspacesTokenIsOfThatWorkspace() {
        Served.Answered created = SERVED.call("north", "POST", Talks.SESSIONS, "{}");
        String path = Talks.SESSIONS + "/" + created.json().get("id").stringValue();
        assertThat(SERVED.get("north", path).status()).isEqualTo(200);
        assertThat(SERVED.get("full", path).status()).isEqualTo(200);
        String mara = StableId.of("contact", "mara").toString();
        Served.Answered foreign = SERVED.call("north", "POST", Talks.SESSIONS, "{\"contact_id\":\"" + mara + "\"}");
        assertThat(foreign.status()).isEqualTo(404);
    }

    /// Every state under every status asked for: afterwards the session has it, or had it and is untouched.
    @ParameterizedTest
    @EnumSource(State.class)
    void everyStateCanBecomeEveryStatus(State state) {
        for (String wanted : List.of("open", "closed_resolved", "closed_unresolved", "open", "open")) {
            UUID id = Shelf.inState(state);
            JsonNode before = TALKS.get(id);
            int told = TALKS.history(id).size();
            TALKS.status(id, wanted);
            JsonNode after = TALKS.get(id);
            assertThat(after.get("status").stringValue()).isEqualTo(wanted);
            if (before.get("status").equals(after.get("status"))) {
                assertThat(after).isEqualTo(before);
            } else {
                boolean twice = !wanted.equals("open")
                        && !before.get("status").stringValue().equals("open");
                assertThat(TALKS.history(id)).hasSize(told + (twice ? 2 : 1));
            }
        }
    }

    @Test
    void whatElseAnUpdateSaysIsAccepted() {
        UUID id = TALKS.create("{}");
        for (boolean flag : new boolean[] {true, false}) {
            String body = "{\"status\":\"closed_resolved\",\"generate_summary_and_sentiment_on_resolve\":" + flag
                    + ",\"reflect_status_change_for_integration\":" + flag
                    + ",\"session_closed_payload\":{\"by\":{\"team\":[1,null]}}}";
            SERVED.call("full", "PATCH", Talks.path(id), body).is(200, "");
        }
        SERVED.call("full", "PATCH", Talks.path(id), "{}").is(200, "");
        SERVED.call("full", "PATCH", Talks.path(id), null).is(200, "");
        SERVED.call("full", "PATCH", Talks.path(id), "{\"status\":null}").is(200, "");
        JsonNode session = TALKS.get(id);
        assertThat(session.get("status").stringValue()).isEqualTo("closed_resolved");
        assertThat(session.get("ai_closure_type").isNull()).isTrue();
    }

    @Test
    void creatingAndClosingUnderAKeyHappensOnce() {
        int before = TALKS.items(Talks.SESSIONS, "").size();
        String created = TALKS.once("POST", Talks.SESSIONS, "{}", "{\"channel\":{\"type\":\"web\"}}")
                .json()
                .get("id")
                .stringValue();
        assertThat(TALKS.items(Talks.SESSIONS, "")).hasSize(before + 1);
        UUID id = UUID.fromString(created);
        TALKS.once("PATCH", Talks.path(id), "{\"status\":\"closed_resolved\"}", "{\"status\":\"open\"}");
        assertThat(TALKS.get(id).get("status").stringValue()).isEqualTo("closed_resolved");
    }

    @Test
    void oneSessionIsShownAsInTheList() {
        UUID one = new UUID(0, 1);
        JsonNode listed = SERVED.post("/chat/sessions/filter", "{\"filters\":{\"ticket_number\":1}}")
                .json()
                .at("/data/0");
        assertThat(TALKS.get(one)).isEqualTo(listed);
        JsonNode safe = SERVED.get("safe", Talks.path(one)).json();
        assertThat(safe.has("summary") || safe.has("custom_data") || safe.has("handoff"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    POST | /chat/sessions | [] | The body must be a JSON object
                    POST | /chat/sessions | {"contact_id":"mara","channel":"web"} | contact_id must be a UUID; channel must be an object
                    POST | /chat/sessions | {"channel":{"type":"fax"},"verified":1} | channel.type must be one of web, email, phone_voice, web_voice, sms, whatsapp, instagram, messenger, slack, api; verified must be true or false
                    PATCH | /chat/sessions/ID | {"status":"shut"} | status must be one of open, closed_resolved, closed_unresolved
                    PATCH | /chat/sessions/ID | {"status":1,"session_closed_payload":[]} | status must be one of open, closed_resolved, closed_unresolved; session_closed_payload must be an object
                    PATCH | /chat/sessions/ID | {"generate_summary_and_sentiment_on_resolve":"yes","reflect_status_change_for_integration":0} | generate_summary_and_sentiment_on_resolve must be true or false; reflect_status_change_for_integration must be true or false
                    PATCH | /chat/sessions/17 | {} | session_id must be a UUID
                    GET | /chat/sessions/17 | | session_id must be a UUID
                    """)
    void whatIsWrongIsSaid(String method, String path, String body, String message) {
        SERVED.call("full", method, path.replace("ID", new UUID(0, 2).toString()), body)
                .is(400, "{\"statusCode\":400,\"message\":\"" + message + "\",\"error\":\"Bad Request\"}");
    }

    @Test
    void aForeignSessionIsAnsweredLikeAnUnknownOne() {
        String notFound = "{\"statusCode\":404,\"message\":\"Conversation not found\",\"error\":\"Not Found\"}";
        for (String token : List.of("other", "north")) {
            SERVED.call(token, "GET", Talks.path(new UUID(0, 1)), null).is(404, notFound);
            SERVED.call(token, "PATCH", Talks.path(new UUID(0, 1)), "{\"status\":\"open\"}")
                    .is(404, notFound);
        }
        SERVED.get(Talks.path(UUID.randomUUID())).is(404, notFound);
        SERVED.call("full", "PATCH", Talks.path(UUID.randomUUID()), "{}").is(404, notFound);
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        JsonNode before = TALKS.get(new UUID(0, 1));
        for (String token : List.of("safe", "none")) {
            assertThat(SERVED.call(token, "POST", Talks.SESSIONS, "{}").status())
                    .isEqualTo(403);
            assertThat(SERVED.call(token, "PATCH", Talks.path(new UUID(0, 1)), "{\"status\":\"open\"}")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(SERVED.get("none", Talks.path(new UUID(0, 1))).status()).isEqualTo(403);
        assertThat(SERVED.call("unknown", "POST", Talks.SESSIONS, "{}").status())
                .isEqualTo(401);
        assertThat(TALKS.get(new UUID(0, 1))).isEqualTo(before);
    }
}
