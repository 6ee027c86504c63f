package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is exported and imported elsewhere answers every call as before, but for the tenant's own id.
class RoundTripTest {
    private static final Site SITE = Site.shared();

    private static String fromId = "";
    private static String toId = "";
    private static String exported = "";
    private static Caller from = new Caller("", "");
    private static Caller to = new Caller("", "");

    @BeforeAll
    static void exportAndImport() throws IOException {
        fromId = SITE.tenant("origin");
        toId = SITE.tenant("copy");
        SITE.take("origin", sample() + text("everything.ndjson"));
        from = SITE.token("origin");
        to = SITE.token("copy");
        exported = SITE.run("export", "--tenant", "origin").with(0).out();
        SITE.take("copy", exported);
    }

    @Test
    void everyCallAnswersAlike() {
        assertThat(from.total()).isEqualTo(218);
        for (String path : paths()) {
            Answer there = Caller.good(from.get(path));
            assertThat(to.get(path.replace(fromId, toId)).text())
                    .as(path)
                    .isEqualTo(there.text().replace(fromId, toId));
        }
        for (String body : bodies()) {
            Answer there = Caller.good(from.post("/chat/sessions/filter", body));
            assertThat(to.post("/chat/sessions/filter", body).text()).as(body).isEqualTo(there.text());
        }
    }

    @Test
    void theQuestionsAreNotEmptyOnes() {
        assertThat(paths()).hasSizeGreaterThan(60);
        assertThat(paths().stream().filter(path -> from.get(path).text().length() < 80))
                .isEmpty();
        assertThat(bodies().stream()
                        .filter(body -> from.post("/chat/sessions/filter", body)
                                .json()
                                .get("data")
                                .isEmpty()))
                .isEmpty();
    }

    @Test
    void aCopyExportsTheSameLines() {
        assertThat(SITE.run("export", "--tenant", "copy").with(0).out()).isEqualTo(exported);
    }

    @Test
    void backIntoItsOwnTenantNothingChanges() {
        String before = from.get("/api/v2/accounts/me/conversations?limit=0").text();
        assertThat(SITE.take("origin", exported).lastLine())
                .isEqualTo("read 218, created 0, updated 0, unchanged 218, rejected 0");
        assertThat(from.get("/api/v2/accounts/me/conversations?limit=0").text()).isEqualTo(before);
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (String order : List.of("inserted_at_asc", "inserted_at_desc", "updated_at_asc", "updated_at_desc")) {
            paths.add("/api/v2/accounts/me/conversations?limit=0&order_by=" + order);
            paths.add("/api/v2/accounts/" + fromId + "/conversations?status=any_terminal&limit=7&offset=9&order_by="
                    + order);
        }
        for (String query : List.of(
                "limit=1000",
                "columns=id,created_at,conversation,recording_details",
                "channel=telephone&direction=inbound",
                "channel=email&duration_above=60",
                "status=completed&user_turn_count_above=3&limit=20",
                "user_id=%2B49",
                "created_after=2026-06-01T00:00:00Z&updated_before=2026-11-30T00:00:00Z")) {
            paths.add("/core/conversations?" + query);
        }
        for (String query : List.of(
                "limit=1000",
                "offset=100",
                "q=refund&status=resolved",
                "humanManaged=true",
                "hasAttention=true",
                "status=waiting")) {
            paths.add("/api/conversations?" + query);
        }
        resources().forEach(resource -> paths.add("/resource-usage/" + resource));
        List.of("action", "instruction", "knowledge").forEach(type -> paths.add("/resource-usage/" + type));
        return paths;
    }

    private static Set<String> resources() {
        Set<String> resources = new HashSet<>();
        exported.lines().map(JsonText::parse).forEach(record -> {
            for (JsonNode message : record.path("messages")) {
                for (JsonNode use : message.path("uses")) {
                    String path = use.get("type").stringValue() + "/"
                            + Caller.encoded(use.get("id").stringValue());
                    resources.add(path + "/usage-summary");
                    resources.add(path + "/conversations?limit=100&usageKind="
                            + use.get("kind").stringValue());
                }
            }
        });
        return resources;
    }

    private static List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        for (String sort : List.of("created_at", "last_message_at")) {
            for (String order : List.of("asc", "desc")) {
                for (int page = 1; page <= 3; page++) {
                    bodies.add("{\"sort_by\": \"%s\", \"sort_order\": \"%s\", \"page\": %d, \"limit\": 100}"
                            .formatted(sort, order, page));
                }
            }
        }
        for (String filters : List.of(
                "{\"status\": [\"open\"]}",
                "{\"channels\": [\"web\", \"email\"], \"sentiment\": \"angry\"}",
                "{\"tags\": [\"invoice\"]}",
                "{\"handed_off\": true}",
                "{\"language\": [\"ar\", \"zh\"]}",
                "{\"search\": \"order\"}",
                "{\"custom_data\": {\"order\": {\"lines\": [1, 2.5, \"three\"]}}}",
                "{\"contact_custom_data\": {\"account_tier\": \"standard\"}}",
                "{\"contact_domains\": [\"everything.example\"]}",
                "{\"contact_companies\": [\"Everything & Co\"]}",
                "{\"ticketing_system\": {\"name\": \"zendesk\"}}",
                "{\"ticket_number\": 4711}",
                "{\"ai_closure_type\": \"handed_off\"}")) {
            bodies.add("{\"filters\": %s, \"limit\": 100}".formatted(filters));
        }
        return bodies;
    }

    static String sample() throws IOException {
        return text("/dev/parlance/sample/conversations.ndjson");
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(RoundTripTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
