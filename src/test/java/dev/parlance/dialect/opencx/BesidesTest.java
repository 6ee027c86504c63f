package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.By;
import dev.parlance.conversation.StableId;
import dev.parlance.dialect.Served;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Stamp;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Tags, scores and search.
class BesidesTest {
    private static final Served SERVED = Served.of(OpenCx::dialect, Shelf.rows());
    private static final Talks TALKS = new Talks(SERVED);
    private static final String CATEGORY = "6a1f4a8b-9d02-4c2e-8c2f-5d0a8c591f6c";

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void aTagIsWrittenByItsNameAndKeepsWhatIsNotSaid() {
        put("{\"tag_name\":\"vip\"}");
        assertThat(tag("vip"))
                .startsWith("{\"tag_name\":\"vip\",\"description\":null,"
                        + "\"exclude_from_auto_tagging\":false,\"category_id\":null,");
        put("{\"tag_name\":\"vip\",\"description\":\"Who pays\",\"exclude_from_auto_tagging\":true,\"category_id\":\""
                + CATEGORY + "\"}");
        assertThat(tag("vip"))
                .startsWith("{\"tag_name\":\"vip\",\"description\":\"Who pays\","
                        + "\"exclude_from_auto_tagging\":true,\"category_id\":\"" + CATEGORY + "\",");
        put("{\"tag_name\":\"vip\"}");
        assertThat(tag("vip"))
                .startsWith("{\"tag_name\":\"vip\",\"description\":\"Who pays\","
                        + "\"exclude_from_auto_tagging\":false,\"category_id\":\"" + CATEGORY + "\",");
        put("{\"tag_name\":\"vip\",\"description\":null,\"category_id\":null}");
        assertThat(tag("vip"))
                .startsWith("{\"tag_name\":\"vip\",\"description\":null,"
                        + "\"exclude_from_auto_tagging\":false,\"category_id\":null,");
        put("{\"tag_name\":\"another\",\"description\":\"" + "é".repeat(160) + "\"}");
        assertThat(SERVED.get("/tags")
                        .json()
                        .valueStream()
                        .map(each -> each.get("tag_name").stringValue()))
                .containsSubsequence("another", "vip");
        assertThat(SERVED.get("other", "/tags").text()).isEqualTo("[]");
        assertThat(SERVED.get("none", "/tags").status()).isEqualTo(403);
    }

    @Test
    void aTagUnderAKeyIsWrittenOnce() {
        TALKS.once("PUT", "/tags", "{\"tag_name\":\"once\"}", "{\"tag_name\":\"twice\"}");
        assertThat(SERVED.get("/tags").text()).contains("once").doesNotContain("twice");
        assertThat(SERVED.call("safe", "PUT", "/tags", "{\"tag_name\":\"x\"}").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    | tag_name must be text of 1 to 255 characters
                    {"tag_name":""} | tag_name must be text of 1 to 255 characters
                    {"tag_name":5,"exclude_from_auto_tagging":"no"} | tag_name must be text of 1 to 255 characters; exclude_from_auto_tagging must be true or false
                    {"tag_name":"a","category_id":"x"} | category_id must be a UUID
                    {"tag_name":"a","description":7} | description must be text of at most 160 characters
                    """)
    void whatIsWrongWithATagIsSaid(String body, String message) {
        SERVED.call("full", "PUT", "/tags", body)
                .is(400, "{\"statusCode\":400,\"message\":\"" + message + "\",\"error\":\"Bad Request\"}");
        String tooLong = "{\"tag_name\":\"a\",\"description\":\"" + "x".repeat(161) + "\"}";
        assertThat(SERVED.call("full", "PUT", "/tags", tooLong).status()).isEqualTo(400);
    }

    @Test
    void aScoreIsNullUntilThereIsOneAndThenTheLast() {
        String mara = StableId.of("contact", "mara").toString();
        UUID id = TALKS.create("{\"contact_id\":\"" + mara + "\",\"channel\":{\"type\":\"sms\"}}");
        String path = "/csat/scores/session/" + id;
        SERVED.get(path).is(200, "null");
        rate(id, new Deed.Rate(2, "Slow"));
        String first = SERVED.get(path).json().get("id").stringValue();
        rate(id, new Deed.Rate(5, null));
        JsonNode score = SERVED.get(path).json();
        assertThat(score.get("id").stringValue()).isEqualTo(first);
        assertThat(score.get("organization_id").stringValue())
                .isEqualTo(Served.ONE.publicId().toString());
        assertThat(score.get("session_id").stringValue()).isEqualTo(id.toString());
        assertThat(score.get("score").intValue()).isEqualTo(5);
        assertThat(score.get("comment").isNull()).isTrue();
        assertThat(score.get("channel").stringValue()).isEqualTo("sms");
        assertThat(score.at("/contact/id").stringValue()).isEqualTo(mara);
        UUID nobody = TALKS.create("{}");
        rate(nobody, new Deed.Rate(1, null));
        assertThat(SERVED.get("/csat/scores/session/" + nobody)
                        .json()
                        .get("contact")
                        .isNull())
                .isTrue();
    }

    @Test
    void aScoreIsOnlyForWhoMayReadWhatIsSaid() {
        String path = "/csat/scores/session/" + new UUID(0, 1);
        assertThat(SERVED.get("safe", path).status()).isEqualTo(403);
        assertThat(SERVED.get("unknown", path).status()).isEqualTo(401);
        assertThat(SERVED.get("other", path).status()).isEqualTo(404);
        assertThat(SERVED.get("north", path).status()).isEqualTo(404);
        assertThat(SERVED.get("/csat/scores/session/7").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    refund | 1/1 | ''
                    REFUND 1044 | 1/1 | ''
                    promised | 1/3 | ''
                    refund promised | '' | ''
                    mara | '' | Mara Lindqvist
                    LINDQ example | '' | Mara Lindqvist
                    +4684468150 | '' | Mara Lindqvist
                    donnerstag | 3/2 | ''
                    zzz | '' | ''
                    '!?' | '' | ''
                    """)
    void searchFindsMessagesAndContacts(String words, String message, String contact) {
        String q = java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
        JsonNode found = SERVED.get("/chat/sessions/search?q=" + q).json();
        List<String> messages = found.get("messages")
                .valueStream()
                .map(each ->
                        UUID.fromString(each.get("session_id").stringValue()).getLeastSignificantBits() + "/"
                                + UUID.fromString(each.get("id").stringValue()).getLeastSignificantBits())
                .toList();
        assertThat(messages).isEqualTo(message.isEmpty() ? List.of() : List.of(message));
        assertThat(found.get("contacts")
                        .valueStream()
                        .map(each -> each.get("name").asString("")))
                .isEqualTo(contact.isEmpty() ? List.of() : List.of(contact));
    }

    @Test
    void searchKeepsToOneContactWhenAsked() {
        String mara = StableId.of("contact", "mara").toString();
        String other = StableId.of("contact", "customer-9").toString();
        String path = "/chat/sessions/search?q=";
        SERVED.get(path + "way&contact_id=" + mara)
                .is(
                        200,
                        "{\"contacts\":[],\"messages\":[{\"id\":\"" + new UUID(1, 4) + "\",\"session_id\":\""
                                + new UUID(0, 1)
                                + "\",\"message\":\"It is on its way.\",\"type\":\"agent_message\"}]}");
        SERVED.get(path + "way&contact_id=" + other).is(200, "{\"contacts\":[],\"messages\":[]}");
        SERVED.get(path + "mara&contact_id=" + other).is(200, "{\"contacts\":[],\"messages\":[]}");
        SERVED.get(path + "mara&contact_id=" + mara)
                .is(
                        200,
                        "{\"contacts\":[{\"id\":\"" + mara + "\",\"name\":\"Mara Lindqvist\","
                                + "\"email\":\"mara@example.com\",\"phone\":\"+4684468150\"}],\"messages\":[]}");
    }

    @Test
    void searchStopsAtFiftyMessagesOfTheLatest() {
        UUID id = TALKS.create("{}");
        for (int i = 0; i < 55; i++) {
            TALKS.says(id, "common word number" + i);
        }
        JsonNode found = SERVED.get("/chat/sessions/search?q=common").json().get("messages");
        assertThat(found).hasSize(50);
        assertThat(found.at("/0/message").stringValue()).isEqualTo("common word number54");
    }

    @Test
    void searchIsOnlyForWhoMayReadWhatIsSaid() {
        String path = "/chat/sessions/search?q=refund";
        assertThat(SERVED.get("safe", path).status()).isEqualTo(403);
        assertThat(SERVED.get("none", path).status()).isEqualTo(403);
        SERVED.get("other", path).is(200, "{\"contacts\":[],\"messages\":[]}");
        SERVED.get("north", "/chat/sessions/search?q=mara").is(200, "{\"contacts\":[],\"messages\":[]}");
        for (String wrong : List.of("", "?q=", "?q=" + "x".repeat(1001), "?q=a&contact_id=7", "?q=a&q=b")) {
            assertThat(SERVED.get("/chat/sessions/search" + wrong).status()).isEqualTo(400);
        }
    }

    private static void put(String body) {
        SERVED.call("full", "PUT", "/tags", body).is(200, "");
    }

    private static String tag(String name) {
        return SERVED.get("/tags")
                .json()
                .valueStream()
                .filter(each -> each.get("tag_name").stringValue().equals(name))
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private static void rate(UUID session, Deed.Rate rate) {
        SERVED.doors()
                .desk()
                .act(Served.access("full"), session, List.of(rate), Stamp.of(new By(By.Kind.CONTACT, "c")));
    }
}
