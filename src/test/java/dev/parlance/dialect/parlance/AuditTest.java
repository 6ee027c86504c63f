package dev.parlance.dialect.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.JsonText;
import dev.parlance.dialect.Served;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AuditTest {
    private static final Served SERVED = Served.of(Parlance::dialect, Shelf.rows());
    private static final Api API = new Api(SERVED);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void theJournalIsReadEntryByEntry() {
        JsonNode imported = audit("limit=1000");
        long last = imported.get("next").longValue();
        assertThat(imported.at("/data/0/kind").stringValue()).isEqualTo("conversation_created");
        assertThat(imported.at("/data/0/by").isNull()).isTrue();
        String path = API.beginTalk();
        API.act(path, "resolve", "{\"outcome\": \"Done.\"}");
        JsonNode lived = audit("after=" + last);
        assertThat(lived.get("data").values().stream()
                        .map(each -> each.get("kind").stringValue()))
                .containsExactly(
                        "conversation_created",
                        "message_added",
                        "state_changed",
                        "message_added",
                        "state_changed",
                        "described");
        assertThat(lived.toString()).doesNotContain("Where is it?");
        assertThat(lived.at("/data/4/detail"))
                .isEqualTo(JsonText.parse("{\"from\":\"active\",\"step\":\"resolve\",\"to\":\"resolved\"}"));
        JsonNode page = audit("after=" + last + "&limit=2");
        assertThat(page.get("data")).hasSize(2);
        assertThat(page.get("next").longValue()).isEqualTo(last + 2);
        long end = lived.get("next").longValue();
        assertThat(audit("after=" + end).toString()).isEqualTo("{\"data\":[],\"next\":" + end + "}");
    }

    @Test
    void itIsForAdministratorsOfTheWholeTenant() {
        assertThat(SERVED.get("full", "/v1/audit").status()).isEqualTo(403);
        assertThat(SERVED.get("admin_north", "/v1/audit").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=-1", "after=x", "limit=0", "limit=1001", "since=1"})
    void badParametersAreRefused(String query) {
        assertThat(SERVED.get("admin", "/v1/audit?" + query).status()).isEqualTo(400);
    }

    private static JsonNode audit(String query) {
        return SERVED.get("admin", "/v1/audit?" + query).json();
    }
}
