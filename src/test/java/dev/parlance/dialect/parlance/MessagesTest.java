package dev.parlance.dialect.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.State;
import dev.parlance.dialect.Served;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MessagesTest {
    private static final Served SERVED = Served.of(Parlance::dialect, List.of());
    private static final Api API = new Api(SERVED);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void aReplyHasWhatItUsedAndCameWith() {
        String path = API.beginTalk();
        Served.Answered answer = SERVED.post(path + "/messages", """
                {"author": "ai", "author_name": "Ava", "text": "Here.",
                 "attachments": [{"name": "a.pdf", "url": "https://example.com/a.pdf", "mime_type": "application/pdf", "size": 7}],
                 "uses": [{"type": "action", "id": "track", "kind": "applied", "name": "Track", "arguments": {"n": 1},
                   "result": ["ok"], "error": true}, {"type": "knowledge", "id": "kb", "kind": "available"}]}
                """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode said = answer.json().at("/messages/0");
        assertThat(said.at("/uses/0/arguments").toString()).isEqualTo("{\"n\":1}");
        assertThat(said.at("/uses/0/error").booleanValue()).isTrue();
        assertThat(said.at("/attachments/0/size").intValue()).isEqualTo(7);
        assertThat(answer.json().at("/conversation/state").stringValue()).isEqualTo("waiting");
        assertThat(API.get(path + "/messages").get("data").get(2)).isEqualTo(said);
        String used = "{\"used\":{\"type\":\"action\",\"id\":\"track\",\"kind\":\"applied\"}}";
        assertThat(SERVED.get(Api.ALL + "?filter=" + Encoded.text(used)).json().get("data"))
                .hasSize(1);
    }

    @Test
    void aConversationIsTalkedThrough() {
        String path = API.begin("{\"channel\": \"web\"}");
        assertThat(state(say(path, "contact"))).isEqualTo("new");
        assertThat(state(say(path, "ai"))).isEqualTo("active");
        assertThat(state(say(path, "ai"))).isEqualTo("waiting");
        assertThat(state(say(path, "contact"))).isEqualTo("active");
        assertThat(state(say(path, "system"))).isEqualTo("active");
        API.act(path, "take-over", "{}");
        assertThat(say(path, "ai").status()).isEqualTo(409);
        assertThat(state(say(path, "human"))).isEqualTo("human_managed");
        API.act(path, "resolve", "{}");
        assertThat(say(path, "contact").status()).isEqualTo(409);
        API.act(path, "reopen", "{}");
        assertThat(state(say(path, "contact"))).isEqualTo("active");
    }

    @Test
    void severalAreSaidTogetherOrNone() {
        String path = API.begin("{\"channel\": \"web\"}");
        Served.Answered answer = SERVED.post(path + "/messages/batch", """
                {"messages": [{"author": "contact", "text": "a"}, {"author": "ai", "text": "b"},
                  {"author": "human", "text": "c"}, {"author": "system", "text": "d"}]}
                """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().get("messages")).hasSize(4);
        API.act(path, "take-over", "{}");
        Served.Answered refused = SERVED.post(
                path + "/messages/batch",
                "{\"messages\": [{\"author\": \"human\", \"text\": \"e\"}, {\"author\": \"ai\", \"text\": \"f\"}]}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(API.get(path).get("message_count").intValue()).isEqualTo(4);
        assertThat(SERVED.post(path + "/messages/batch", "{\"messages\": []}").status())
                .isEqualTo(201);
    }

    @Test
    void aMessageOfAKnownIdIsThereOnce() {
        String path = API.beginTalk();
        String json = "{\"id\": \"turn-3\", \"author\": \"contact\", \"text\": \"Hm.\"}";
        JsonNode first = SERVED.post(path + "/messages", json).json();
        Served.Answered again = SERVED.post(path + "/messages", json);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().get("messages")).isEqualTo(first.get("messages"));
        assertThat(API.get(path).get("message_count").intValue()).isEqualTo(3);
        Served.Answered other =
                SERVED.post(path + "/messages", "{\"id\": \"turn-3\", \"author\": \"contact\", \"text\": \"No.\"}");
        assertThat(other.status()).isEqualTo(409);
        String twice = "{\"messages\": [%s, %s]}".formatted(json.replace("3", "4"), json.replace("3", "4"));
        assertThat(SERVED.post(path + "/messages/batch", twice).json().get("messages"))
                .hasSize(1);
        assertThat(API.get(path).get("message_count").intValue()).isEqualTo(4);
    }

    @Test
    void theTranscriptComesPageByPage() {
        String path = API.begin("{\"channel\": \"web\"}");
        for (int i = 0; i < 5; i++) {
            say(path, "contact");
        }
        JsonNode all = API.get(path + "/messages").get("data");
        assertThat(all).hasSize(5);
        JsonNode first = API.get(path + "/messages?limit=2");
        assertThat(first.get("next")).isEqualTo(all.get(1).get("id"));
        JsonNode second =
                API.get(path + "/messages?limit=3&after=" + first.get("next").stringValue());
        assertThat(second.get("data").get(0)).isEqualTo(all.get(2));
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(API.get(path + "/messages?after=" + all.get(4).get("id").stringValue())
                        .get("data"))
                .isEmpty();
        assertThat(SERVED.get(path + "/messages?after=" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(SERVED.get(path + "/messages?limit=0").status()).isEqualTo(400);
        assertThat(SERVED.get("safe", path + "/messages").status()).isEqualTo(403);
        assertThat(SERVED.get("other", path + "/messages").status()).isEqualTo(404);
    }

    @Test
    void whatIsRedactedIsGoneForGood() {
        String path = API.begin("""
                {"channel": "web", "messages": [{"author": "contact", "text": "My card is zebra4242.",
                 "attachments": [{"name": "card.png", "url": "https://example.com/card.png"}]}]}
                """);
        API.patch(path, "{\"summary\": \"Card zebra4242\"}");
        String message = API.get(path + "/messages").at("/data/0/id").stringValue();
        Served.Answered answer =
                SERVED.post(path + "/messages/" + message + "/redact", "{\"reason\": \"card number\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("summary").isNull()).isTrue();
        JsonNode after = API.get(path + "?include=transcript,timeline");
        assertThat(after.toString()).doesNotContain("zebra4242", "card.png").contains("[REDACTED]", "card number");
        assertThat(SERVED.get(Api.ALL + "?q=zebra4242").json().get("data")).isEmpty();
        assertThat(SERVED.post(path + "/messages/" + UUID.randomUUID() + "/redact", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(SERVED.post(path + "/messages/x/redact", "{}").status()).isEqualTo(404);
        assertThat(SERVED.post("other", path + "/messages/" + message + "/redact", "{}")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {} | author text
                    {"author": "contact"} | text
                    {"author": "me", "text": "x"} | author
                    {"author": "contact", "text": 1} | text
                    {"author": "contact", "text": "x", "at": "2026-01-01"} | at
                    {"author": "contact", "text": "x", "uses": [{"type": "action", "id": "a", "kind": "applied"}]} | uses
                    {"author": "ai", "text": "x", "uses": [{"type": "action", "id": "a", "kind": "available"}]} | uses[0].kind
                    {"author": "ai", "text": "x", "attachments": [{"name": "f", "file": "/etc/passwd"}]} | attachments[0].file
                    {"author": "ai", "text": "x", "attachments": [{"name": "f"}]} | attachments[0].url
                    {"author": "ai", "text": "x", "mood": 1, "id": ""} | mood id
                    """)
    void badMembersAreAllNamed(String body, String fields) {
        String path = API.beginTalk();
        Served.Answered one = SERVED.post(path + "/messages", body);
        assertThat(one.status()).isEqualTo(400);
        assertThat(fields(one)).containsExactlyInAnyOrderElementsOf(List.of(fields.split(" ", -1)));
        Served.Answered several = SERVED.post(path + "/messages/batch", "{\"messages\": [" + body + "]}");
        assertThat(several.status()).isEqualTo(400);
        assertThat(fields(several)).allSatisfy(field -> assertThat(field).startsWith("messages[0]."));
    }

    @Test
    void onlyWhoMayWriteSpeaks() {
        String path = API.beginTalk();
        String json = "{\"author\": \"contact\", \"text\": \"x\"}";
        assertThat(SERVED.post("safe", path + "/messages", json).status()).isEqualTo(403);
        assertThat(SERVED.post("other", path + "/messages", json).status()).isEqualTo(404);
        assertThat(SERVED.post("writer", path + "/messages", json).status()).isEqualTo(201);
        assertThat(SERVED.post(path + "/messages/batch", "{}").status()).isEqualTo(400);
    }

    private static Served.Answered say(String path, String author) {
        return SERVED.post(path + "/messages", "{\"author\": \"" + author + "\", \"text\": \"x\"}");
    }

    private static String state(Served.Answered answer) {
        String word = answer.json().at("/conversation/state").stringValue();
        assertThat(List.of(State.values())).extracting(State::word).contains(word);
        return word;
    }

    private static List<String> fields(Served.Answered answer) {
        return answer.json().get("errors").values().stream()
                .map(each -> each.get("field").stringValue())
                .toList();
    }
}
