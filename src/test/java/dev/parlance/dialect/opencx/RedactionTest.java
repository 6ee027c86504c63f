package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.By;
import dev.parlance.conversation.Conversation;
import dev.parlance.dialect.Served;
import dev.parlance.journal.Change;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Stamp;
import dev.parlance.tenant.Archive;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
    private static final Served SERVED = Served.of(OpenCx::dialect, Shelf.rows());
    private static final Talks TALKS = new Talks(SERVED);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void aMessageLosesItsWordsForGoodAndEverywhere() {
        UUID id = TALKS.create("{}");
        TALKS.says(id, "Hello");
        UUID card = TALKS.says(id, "My card is quixotic5500");
        assertThat(found("quixotic5500")).isEqualTo(1);
        SERVED.post("/redaction/message", "{\"messageId\":\"" + card + "\",\"reason\":\"A card\"}")
                .is(
                        200,
                        "{\"success\":true,\"message\":\"Message redacted\",\"itemId\":\"" + card
                                + "\",\"redactionType\":\"message\",\"affectedCount\":1}");
        assertThat(TALKS.told(id)).containsExactly("message contact: Hello", "message contact: [REDACTED]");
        assertThat(found("quixotic5500")).isZero();
        assertThat(SERVED.get("/chat/sessions/search?q=quixotic5500").text())
                .isEqualTo("{\"contacts\":[],\"messages\":[]}");
        Change kept = journal(id).stream()
                .filter(change -> change.kind() == Change.Kind.REDACTED)
                .findFirst()
                .orElseThrow();
        assertThat(kept.subject()).isEqualTo(card);
        assertThat(kept.by()).isEqualTo(By.api(Served.access("full").token().toString()));
        assertThat(String.valueOf(kept.detail())).contains("A card").doesNotContain("quixotic");
    }

    @Test
    void aSessionLosesAllWords() {
        UUID id = TALKS.create("{}");
        TALKS.send(id, "{\"message\":{\"text\":\"abcxyz one\"},\"custom_data\":{\"secret\":\"abcxyz\"}}");
        TALKS.says(id, "abcxyz two");
        Deed note = new Deed.Note("abcxyz three");
        Deed score = new Deed.Rate(2, "abcxyz four");
        SERVED.doors()
                .desk()
                .act(Served.access("full"), id, List.of(note, score), Stamp.of(new By(By.Kind.PERSON, "ann")));
        String redacted = "{\"success\":true,\"message\":\"Session redacted\",\"itemId\":\"" + id
                + "\",\"redactionType\":\"session\",\"affectedCount\":2,\"messagesRedacted\":2}";
        String body = "{\"sessionId\":\"" + id + "\"}";
        SERVED.post("/redaction/session", body).is(200, redacted);
        assertThat(TALKS.get(id).has("custom_data")).isFalse();
        assertThat(TALKS.history(id).toString() + TALKS.get(id)).doesNotContain("abcxyz");
        assertThat(SERVED.get("/csat/scores/session/" + id).text())
                .contains("\"score\":2")
                .doesNotContain("abcxyz");
        assertThat(journal(id).toString()).doesNotContain("abcxyz");
        assertThat(found("abcxyz")).isZero();
        assertThat(SERVED.post("/chat/sessions/filter", "{\"filters\":{\"custom_data\":{\"secret\":\"abcxyz\"}}}")
                        .numbers("/data"))
                .isEmpty();
        SERVED.post("/redaction/session", body).is(200, redacted);
    }

    @Test
    void redactingUnderAKeyHappensOnce() {
        UUID id = TALKS.create("{}");
        UUID message = TALKS.says(id, "Hello");
        TALKS.once(
                "POST",
                "/redaction/message",
                "{\"messageId\":\"" + message + "\"}",
                "{\"messageId\":\"" + message + "\",\"reason\":\"x\"}");
        TALKS.once("POST", "/redaction/session", "{\"sessionId\":\"" + id + "\"}", null);
        assertThat(journal(id))
                .filteredOn(change -> change.kind() == Change.Kind.REDACTED)
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    /redaction/message | {} | messageId must be a UUID
                    /redaction/message | | messageId must be a UUID
                    /redaction/message | {"messageId":7,"reason":""} | messageId must be a UUID; reason must be text of 1 to 1000 characters
                    /redaction/session | {"sessionId":"x"} | sessionId must be a UUID
                    /redaction/session | [] | The body must be a JSON object; sessionId must be a UUID
                    """)
    void whatIsWrongIsSaid(String path, String body, String message) {
        SERVED.call("full", "POST", path, body)
                .is(400, "{\"statusCode\":400,\"message\":\"" + message + "\",\"error\":\"Bad Request\"}");
    }

    @Test
    void aForeignItemIsAnsweredLikeAnUnknownOne() {
        String message = "{\"messageId\":\"" + new UUID(1, 1) + "\"}";
        String session = "{\"sessionId\":\"" + new UUID(0, 1) + "\"}";
        String noMessage = "{\"statusCode\":404,\"message\":\"Message not found\",\"error\":\"Not Found\"}";
        String noSession = "{\"statusCode\":404,\"message\":\"Conversation not found\",\"error\":\"Not Found\"}";
        for (String token : List.of("north", "other")) {
            SERVED.post(token, "/redaction/message", message).is(404, noMessage);
            SERVED.post(token, "/redaction/session", session).is(404, noSession);
        }
        SERVED.post("/redaction/message", "{\"messageId\":\"" + UUID.randomUUID() + "\"}")
                .is(404, noMessage);
        SERVED.post("/redaction/session", "{\"sessionId\":\"" + UUID.randomUUID() + "\"}")
                .is(404, noSession);
        assertThat(SERVED.post("safe", "/redaction/message", message).status()).isEqualTo(403);
        assertThat(SERVED.post("safe", "/redaction/session", session).status()).isEqualTo(403);
        assertThat(SERVED.post("unknown", "/redaction/session", session).status())
                .isEqualTo(401);
        assertThat(TALKS.told(new UUID(0, 1)).getFirst()).contains("10442");
    }

    private static int found(String word) {
        return SERVED.post("/chat/sessions/filter", "{\"filters\":{\"search\":\"" + word + "\"}}")
                .json()
                .get("data")
                .size();
    }

    private static List<Change> journal(UUID session) {
        Archive archive = SERVED.doors().archive();
        Conversation found = archive.get(Served.access("full"), session, false).conversation();
        return archive.timeline(Served.access("full"), found);
    }
}
