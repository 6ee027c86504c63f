package dev.parlance.dialect.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ContactsTest {
    private static final String ALL = "/v1/contacts";
    private static final Served SERVED = Served.of(Parlance::dialect, Shelf.rows());
    private static final Api API = new Api(SERVED);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void aContactIsMadeFoundAndForgotten() {
        Served.Answered made = SERVED.post(ALL, """
                {"external_id": "x1", "name": "Ada Byron", "email": "ada@example.com", "phone": "+44 1", "company": "Engines",
                 "custom_data": {"tier": 1}, "non_verified_name": "A", "non_verified_email": "a@b", "non_verified_custom_data": {}}
                """);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String path = made.findHeader("Location").orElseThrow();
        assertThat(API.get(path)).isEqualTo(made.json());
        assertThat(made.json().get("company").stringValue()).isEqualTo("Engines");
        assertThat(SERVED.get(ALL + "?q=byr+ada").json().get("data")).hasSize(1);
        String talk = API.begin("{\"channel\": \"web\", \"contact\": {\"external_id\": \"x1\"}}");
        assertThat(API.get(talk).at("/contact/name").stringValue()).isEqualTo("Ada Byron");
        assertThat(SERVED.call("full", "DELETE", path, null).status()).isEqualTo(204);
        assertThat(SERVED.get(path).status()).isEqualTo(404);
        assertThat(SERVED.call("full", "DELETE", path, null).status()).isEqualTo(404);
        assertThat(API.get(talk).get("contact").isNull()).isTrue();
    }

    @Test
    void whatIsKnownIsAddedTo() {
        String path = made("{\"name\": \"Grace\", \"custom_data\": {\"a\": 1, \"b\": 2}}");
        JsonNode after = SERVED.call(
                        "full",
                        "PATCH",
                        path,
                        "{\"email\": \"g@example.com\", \"custom_data\": {\"b\": null, \"c\": 3}}")
                .json();
        assertThat(after.get("name").stringValue()).isEqualTo("Grace");
        assertThat(after.get("custom_data").toString()).isEqualTo("{\"a\":1,\"c\":3}");
        assertThat(API.get(path)).isEqualTo(after);
    }

    @Test
    void aListIsWalkedByCursor() {
        for (int i = 0; i < 5; i++) {
            made("{\"name\": \"Walker " + i + "\"}");
        }
        List<String> all = ids(SERVED.get(ALL + "?q=walker").json());
        assertThat(all).hasSize(5);
        List<String> walked = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = SERVED.get(ALL + "?q=walker&limit=2" + cursor).json();
            walked.addAll(ids(page));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").stringValue();
        } while (!cursor.isEmpty());
        assertThat(walked).isEqualTo(all);
        String first = SERVED.get(ALL + "?q=walker&limit=2").json().get("next").stringValue();
        assertThat(SERVED.get(ALL + "?limit=2&cursor=" + first).status()).isEqualTo(400);
    }

    @Test
    void aListIsBoundByTimes() {
        assertThat(SERVED.get(ALL + "?created_to=2001-01-01").json().get("data"))
                .isEmpty();
        assertThat(SERVED.get(ALL + "?updated_from=2001-01-01").json().get("data"))
                .isNotEmpty();
        assertThat(SERVED.get(ALL + "?q=%3F").json().get("data")).isEmpty();
    }

    @Test
    void anIdOrAnExternalIdIsTakenOnce() {
        String id = UUID.randomUUID().toString();
        String json = "{\"id\": \"" + id + "\", \"external_id\": \"once-" + id + "\"}";
        assertThat(made(json)).isEqualTo(ALL + "/" + id);
        assertThat(SERVED.post(ALL, json).status()).isEqualTo(409);
        assertThat(SERVED.post(ALL, "{\"external_id\": \"once-" + id + "\"}").status())
                .isEqualTo(409);
        String other = made("{\"name\": \"Other\"}");
        assertThat(SERVED.call("full", "PATCH", other, "{\"external_id\": \"once-" + id + "\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aWriteHappensOnceUnderOneKey() {
        Map<String, String> headers =
                Api.with("Idempotency-Key", UUID.randomUUID().toString());
        JsonNode first = SERVED.post(headers, ALL, "{\"name\": \"Kay\"}").json();
        assertThat(SERVED.post(headers, ALL, "{\"name\": \"Kay\"}").json()).isEqualTo(first);
        assertThat(SERVED.post(headers, ALL, "{\"name\": \"May\"}").status()).isEqualTo(409);
        Map<String, String> removing =
                Api.with("Idempotency-Key", UUID.randomUUID().toString());
        String path = ALL + "/" + first.get("id").stringValue();
        assertThat(SERVED.call(removing, "DELETE", path, null).status()).isEqualTo(204);
        assertThat(SERVED.call(removing, "DELETE", path, null).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"id": "seven"} | id
                    {"nick": "x"} | nick
                    {"name": 1, "email": []} | name email
                    {"custom_data": "x"} | custom_data
                    """)
    void badMembersAreAllNamed(String body, String fields) {
        assertThat(fields(SERVED.post(ALL, body))).containsExactlyInAnyOrder(fields.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"id": "00000000-0000-0000-0000-000000000001"} | id
                    {"name": null, "phone": null} | name phone
                    {"custom_data": []} | custom_data
                    """)
    void badChangesAreAllNamed(String body, String fields) {
        String path = made("{\"name\": \"Bad\"}");
        assertThat(fields(SERVED.call("full", "PATCH", path, body))).containsExactlyInAnyOrder(fields.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "created_from=x", "cursor=x", "email=x"})
    void badParametersAreRefused(String query) {
        assertThat(SERVED.get(ALL + "?" + query).status()).isEqualTo(400);
    }

    @Test
    void othersContactsAreNotThere() {
        String path = made("{\"name\": \"Mine\"}");
        assertThat(SERVED.get("other", path).status()).isEqualTo(404);
        assertThat(SERVED.get("north", path).status()).isEqualTo(404);
        assertThat(SERVED.call("north", "PATCH", path, "{\"name\": \"x\"}").status())
                .isEqualTo(404);
        assertThat(SERVED.call("other", "DELETE", path, null).status()).isEqualTo(404);
        assertThat(SERVED.call("north", "DELETE", path, null).status()).isEqualTo(404);
        String home = SERVED.post("north", ALL, "{\"name\": \"Northern\"}")
                .findHeader("Location")
                .orElseThrow();
        assertThat(SERVED.get("north", home).status()).isEqualTo(200);
        assertThat(SERVED.call("north", "DELETE", home, null).status()).isEqualTo(403);
        assertThat(SERVED.get("safe", ALL).status()).isEqualTo(403);
        assertThat(SERVED.post("none", ALL, "{}").status()).isEqualTo(403);
        assertThat(SERVED.get(ALL + "/x").status()).isEqualTo(404);
    }

    private static String made(String json) {
        Served.Answered answer = SERVED.post(ALL, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.findHeader("Location").orElseThrow();
    }

    private static List<String> ids(JsonNode list) {
        return list.get("data").values().stream()
                .map(each -> each.get("id").stringValue())
                .toList();
    }

    private static List<String> fields(Served.Answered answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json().get("errors").values().stream()
                .map(each -> each.get("field").stringValue())
                .toList();
    }
}
