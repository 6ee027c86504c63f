package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.StableId;
import dev.parlance.dialect.Served;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ContactsTest {
    private static final Served SERVED = Served.of(OpenCx::dialect, Shelf.rows());
    private static final Talks TALKS = new Talks(SERVED);
    private static final String PATH = "/contacts";

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void aContactIsMadeListedChangedAndForgotten() {
        UUID id = create(
                "full",
                "{\"contact\":{\"name\":\"Ola\",\"email\":\"ola@x.example\",\"phone\":\"+1\","
                        + "\"custom_data\":{\"plan\":\"pro\",\"seats\":3}}}");
        JsonNode made = find(id);
        assertThat(made.toString())
                .startsWith(
                        "{\"id\":\"" + id + "\",\"email\":\"ola@x.example\",\"phone_number\":\"+1\",\"name\":\"Ola\","
                                + "\"custom_data\":{\"plan\":\"pro\",\"seats\":3},\"created_at\":\"");
        UUID session = TALKS.create("{\"contact_id\":\"" + id + "\"}");
        patch(id, "{\"contact\":{\"phone\":\"+2\",\"name\":null,\"custom_data\":{\"seats\":null,\"vip\":true}}}");
        JsonNode changed = find(id);
        assertThat(changed.get("phone_number").stringValue()).isEqualTo("+2");
        assertThat(changed.get("name").stringValue()).isEqualTo("Ola");
        assertThat(changed.get("custom_data").toString()).isEqualTo("{\"plan\":\"pro\",\"vip\":true}");
        assertThat(changed.get("updated_at").stringValue())
                .isGreaterThanOrEqualTo(made.get("updated_at").stringValue());
        assertThat(TALKS.get(session).at("/contact/phone_number").stringValue()).isEqualTo("+2");
        SERVED.call("full", "DELETE", PATH + "/" + id, null).is(200, "");
        assertThat(all("")).noneMatch(each -> each.get("id").stringValue().equals(id.toString()));
        assertThat(TALKS.get(session).has("contact")).isFalse();
        assertThat(SERVED.post("/chat/sessions/filter", "{\"filters\":{\"contacts\":\"" + id + "\"}}")
                        .numbers("/data"))
                .isEmpty();
        SERVED.call("full", "DELETE", PATH + "/" + id, null)
                .is(404, "{\"statusCode\":404,\"message\":\"Contact not found\",\"error\":\"Not Found\"}");
    }

    @Test
    void twoContactsMayHaveOneEmail() {
        String body = "{\"contact\":{\"email\":\"both@x.example\"}}";
        UUID one = create("full", body);
        assertThat(create("full", body)).isNotEqualTo(one);
        assertThat(find(create("full", "{\"contact\":{}}")).toString())
                .contains("\"email\":null,\"phone_number\":null,\"name\":null,\"custom_data\":null");
    }

    @Test
    void underAKeyAContactIsMadeChangedAndForgottenOnce() {
        int before = all("").size();
        UUID id = UUID.fromString(TALKS.once("POST", PATH, "{\"contact\":{\"name\":\"Once\"}}", "{\"contact\":{}}")
                .json()
                .get("id")
                .stringValue());
        assertThat(all("")).hasSize(before + 1);
        TALKS.once("PATCH", PATH + "/" + id, "{\"contact\":{\"name\":\"Two\"}}", "{\"contact\":{\"name\":\"Three\"}}");
        assertThat(find(id).get("name").stringValue()).isEqualTo("Two");
        TALKS.once("DELETE", PATH + "/" + id, null, null);
    }

    @Test
    void filtersBoundCreationAndChange() {
        UUID early = create("full", "{\"contact\":{\"name\":\"Early\"}}");
        UUID late = create("full", "{\"contact\":{\"name\":\"Late\"}}");
        patch(early, "{\"contact\":{\"phone\":\"+3\"}}");
        String made = find(late).get("created_at").stringValue();
        assertThat(ids("created_after=" + made)).contains(late.toString());
        assertThat(ids("created_before=2026-01-01")).isEmpty();
        assertThat(ids("created_after=2099-01-01")).isEmpty();
        assertThat(ids("updated_after=" + find(early).get("updated_at").stringValue()))
                .contains(early.toString());
        assertThat(ids("updated_before=2026-01-01&created_before=2099-01-01")).isEmpty();
        assertThat(ids("updated_after=2099-01-01")).isEmpty();
    }

    @Test
    void pagesFollowOneAnotherAndRememberTheirFilters() {
        try (Served served = crowded()) {
            assertThat(new Talks(served)
                            .items(PATH, "").stream()
                                    .map(each -> each.get("name").stringValue()))
                    .hasSize(205)
                    .startsWith("c204", "c203")
                    .endsWith("c0");
            String next = served.get(PATH).json().get("next").stringValue();
            assertThat(served.get(PATH + "?cursor=" + next + "&updated_after=2026-01-01")
                            .status())
                    .isEqualTo(400);
            assertThat(served.get(PATH + "?cursor=x").status()).isEqualTo(400);
        }
    }

    @Test
    void anExtractorMissesNothingThatChangesMeanwhile() {
        try (Served served = crowded()) {
            Talks talks = new Talks(served);
            List<JsonNode> all = talks.items(PATH, "");
            AtomicInteger changes = new AtomicInteger();
            Extractor extractor = new Extractor(served, PATH, () -> {
                for (int place : new int[] {0, 204, 100}) {
                    String path = PATH + "/" + all.get(place).get("id").stringValue();
                    String body = "{\"contact\":{\"phone\":\"+" + changes.incrementAndGet() + "\"}}";
                    served.call("full", "PATCH", path, body);
                }
            });
            extractor.run();
            extractor.run();
            extractor.run();
            assertThat(extractor.records().values()).containsExactlyInAnyOrderElementsOf(talks.items(PATH, ""));
        }
    }

    private static Served crowded() {
        Served served = Served.of(OpenCx::dialect, List.of());
        for (int i = 0; i < 205; i++) {
            served.post(PATH, "{\"contact\":{\"name\":\"c" + i + "\"}}");
        }
        return served;
    }

    @Test
    void aWorkspacesTokenSeesItsOwnContacts() {
        UUID elsewhere = StableId.of("contact", "mara");
        UUID own = create("north", "{\"contact\":{\"name\":\"Nora\"}}");
        assertThat(SERVED.get("north", PATH)
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(each -> each.get("id").stringValue()))
                .containsExactly(own.toString());
        assertThat(ids("")).contains(own.toString(), elsewhere.toString());
        String body = "{\"contact\":{\"phone\":\"+9\"}}";
        SERVED.call("north", "PATCH", PATH + "/" + own, body).is(200, "");
        String notFound = "{\"statusCode\":404,\"message\":\"Contact not found\",\"error\":\"Not Found\"}";
        SERVED.call("north", "PATCH", PATH + "/" + elsewhere, body).is(404, notFound);
        SERVED.call("north", "DELETE", PATH + "/" + elsewhere, null).is(404, notFound);
        assertThat(SERVED.call("north", "DELETE", PATH + "/" + own, null).status())
                .isEqualTo(403);
        assertThat(SERVED.call("north", "POST", Talks.SESSIONS, "{\"contact_id\":\"" + own + "\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aForeignContactIsAnsweredLikeAnUnknownOne() {
        String notFound = "{\"statusCode\":404,\"message\":\"Contact not found\",\"error\":\"Not Found\"}";
        for (UUID id : List.of(StableId.of("contact", "mara"), UUID.randomUUID())) {
            SERVED.call("other", "PATCH", PATH + "/" + id, "{\"contact\":{\"name\":\"x\"}}")
                    .is(404, notFound);
            SERVED.call("other", "DELETE", PATH + "/" + id, null).is(404, notFound);
        }
        SERVED.get("other", PATH).is(200, "{\"items\":[],\"next\":null}");
        assertThat(find(StableId.of("contact", "mara")).get("name").stringValue())
                .isEqualTo("Mara Lindqvist");
    }

    @Test
    void contactsHaveScopesOfTheirOwn() {
        assertThat(SERVED.get("none", PATH).status()).isEqualTo(200);
        assertThat(SERVED.get("safe", PATH).status()).isEqualTo(403);
        String path = PATH + "/" + StableId.of("contact", "mara");
        for (String token : List.of("none", "safe")) {
            assertThat(SERVED.call(token, "POST", PATH, "{\"contact\":{}}").status())
                    .isEqualTo(403);
            assertThat(SERVED.call(token, "PATCH", path, "{\"contact\":{}}").status())
                    .isEqualTo(403);
            assertThat(SERVED.call(token, "DELETE", path, null).status()).isEqualTo(403);
        }
        assertThat(SERVED.get("unknown", PATH).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    | contact must be given
                    {} | contact must be given
                    {"contact":null} | contact must be given
                    {"contact":"Ola"} | contact must be an object
                    {"contact":{"email":"ola"}} | contact.email must be an e-mail address
                    {"contact":{"phone":5,"custom_data":{"a":[]}}} | contact.phone must be text of 1 to 320 characters; contact.custom_data.a must be text, a number, true or false, or null to take it away
                    """)
    void whatIsWrongIsSaid(String body, String message) {
        String expected = "{\"statusCode\":400,\"message\":\"" + message + "\",\"error\":\"Bad Request\"}";
        SERVED.call("full", "POST", PATH, body).is(400, expected);
        SERVED.call("full", "PATCH", PATH + "/" + UUID.randomUUID(), body).is(400, expected);
        assertThat(SERVED.call("full", "DELETE", PATH + "/7", null).status()).isEqualTo(400);
    }

    private static UUID create(String token, String body) {
        Served.Answered answer = SERVED.call(token, "POST", PATH, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return UUID.fromString(answer.json().get("id").stringValue());
    }

    private static void patch(UUID id, String body) {
        SERVED.call("full", "PATCH", PATH + "/" + id, body).is(200, "");
    }

    private static JsonNode find(UUID id) {
        return all("").stream()
                .filter(each -> each.get("id").stringValue().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(String query) {
        return all(query).stream().map(each -> each.get("id").stringValue()).toList();
    }

    private static List<JsonNode> all(String query) {
        return TALKS.items(PATH, query);
    }
}
