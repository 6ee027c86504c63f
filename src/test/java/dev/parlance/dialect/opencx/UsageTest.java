package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class UsageTest {
    private static final String POLICY = "/resource-usage/instruction/refund-policy";
    private static final Served SERVED = Served.of(OpenCx::dialect, Shelf.rows());

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void theConversationsThatAppliedAResourceAreListed() {
        String expected = "{\"conversations\":[{\"session_id\":\"00000000-0000-0000-0000-000000000001\","
                + "\"ticket_number\":1,\"last_message\":\"It is on its way.\",\"reply_count\":1,"
                + "\"first_used_at\":\"2026-03-02T09:00:00.000Z\",\"last_used_at\":\"2026-03-02T09:00:00.000Z\"}],"
                + "\"total_sessions\":1}";
        SERVED.get("training", POLICY + "/conversations").is(200, expected);
        SERVED.get("training", POLICY + "/conversations?usageKind=applied&from=&limit=100&offset=0")
                .is(200, expected);
    }

    @Test
    void availableCountsTheRepliesThatHadItOrAppliedIt() {
        SERVED.get("training", POLICY + "/conversations?usageKind=available")
                .is(
                        200,
                        "{\"conversations\":[{\"session_id\":\"00000000-0000-0000-0000-000000000003\","
                                + "\"ticket_number\":3,\"last_message\":\"Am Donnerstag.\",\"reply_count\":1,"
                                + "\"first_used_at\":\"2026-03-20T10:00:00.000Z\","
                                + "\"last_used_at\":\"2026-03-20T10:00:00.000Z\"},"
                                + "{\"session_id\":\"00000000-0000-0000-0000-000000000001\","
                                + "\"ticket_number\":1,\"last_message\":\"It is on its way.\",\"reply_count\":2,"
                                + "\"first_used_at\":\"2026-03-01T08:00:05.000Z\","
                                + "\"last_used_at\":\"2026-03-02T09:00:00.000Z\"}],\"total_sessions\":2}");
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-03-02, 3:1 1:1",
        "to=2026-03-01, 1:1",
        "from=2026-03-01T08:00:05Z&to=2026-03-02T09:00:00Z, 1:2",
        "from=2026-03-01T10:00:05+02:00&to=2026-03-02 09:00, 1:2",
        "from=1772442000000, 3:1 1:1",
        "from=2026-04-01, ''",
        "from=2026-03-20&to=2026-03-01, ''"
    })
    void theWindowBoundsTheUseItself(String window, String expected) {
        Served.Answered answer =
                SERVED.get("training", POLICY + "/conversations?usageKind=available&" + window.replace(" ", "%20"));
        List<String> found = answer.json().get("conversations").values().stream()
                .map(hit -> hit.get("ticket_number").asString() + ":"
                        + hit.get("reply_count").asString())
                .toList();
        assertThat(String.join(" ", found)).isEqualTo(expected);
        assertThat(answer.json().get("total_sessions").intValue()).isEqualTo(found.size());
    }

    @Test
    void pagesKeepTheTotal() {
        Served.Answered second = SERVED.get("training", POLICY + "/conversations?usageKind=available&limit=1&offset=1");
        assertThat(second.json().at("/conversations/0/ticket_number").intValue())
                .isEqualTo(1);
        assertThat(second.json().get("total_sessions").intValue()).isEqualTo(2);
        SERVED.get("training", POLICY + "/conversations?usageKind=available&offset=9007199254740991")
                .is(200, "{\"conversations\":[],\"total_sessions\":2}");
    }

    @Test
    void anActionIsOnlyEverApplied() {
        String action = "/resource-usage/action/issue_refund";
        assertThat(SERVED.get("actions", action + "/conversations")
                        .json()
                        .get("total_sessions")
                        .intValue())
                .isEqualTo(1);
        SERVED.get("actions", action + "/conversations?usageKind=available")
                .is(200, "{\"conversations\":[],\"total_sessions\":0}");
        SERVED.get("actions", action + "/usage-summary")
                .is(
                        200,
                        "{\"resource_type\":\"action\",\"resource_id\":\"issue_refund\",\"session_count\":1,"
                                + "\"applied_sessions\":1,\"applied_replies\":1,\"available_sessions\":0,"
                                + "\"available_replies\":0,\"handoff_count\":1,"
                                + "\"first_used_at\":\"2026-03-01T08:00:05.000Z\","
                                + "\"last_used_at\":\"2026-03-01T08:00:05.000Z\"}");
    }

    @Test
    void anUnknownResourceWasNeverUsed() {
        SERVED.get("training", "/resource-usage/knowledge/no%2Fsuch%20thing/conversations")
                .is(200, "{\"conversations\":[],\"total_sessions\":0}");
        SERVED.get("training", "/resource-usage/knowledge/no%2Fsuch%20thing/usage-summary?from=2026-03-01")
                .is(
                        200,
                        "{\"resource_type\":\"knowledge\",\"resource_id\":\"no/such thing\",\"session_count\":0,"
                                + "\"applied_sessions\":0,\"applied_replies\":0,\"available_sessions\":0,"
                                + "\"available_replies\":0,\"handoff_count\":0,\"first_used_at\":null,\"last_used_at\":null}");
    }

    @Test
    void aSummaryCountsTheWindow() {
        String all = SERVED.get("training", POLICY + "/usage-summary").text();
        assertThat(all)
                .contains(
                        "\"session_count\":2,\"applied_sessions\":1,\"applied_replies\":1,"
                                + "\"available_sessions\":2,\"available_replies\":3,\"handoff_count\":2,"
                                + "\"first_used_at\":\"2026-03-01T08:00:05.000Z\",\"last_used_at\":\"2026-03-20T10:00:00.000Z\"");
        assertThat(SERVED.get("training", POLICY + "/usage-summary?to=2026-03-01")
                        .text())
                .contains("\"session_count\":1,\"applied_sessions\":0,\"applied_replies\":0,"
                        + "\"available_sessions\":1,\"available_replies\":1,\"handoff_count\":1");
    }

    @Test
    void theListOfATypeIsPagedToItsEnd() {
        Served.Answered first = SERVED.get("training", "/resource-usage/knowledge?limit=1&from=2026-03-20");
        Served.Answered second = follow(first, "&limit=1");
        Served.Answered third = follow(second, "&limit=1&from=2026-03-20T00:00:00.000Z");
        assertThat(List.of(id(first), id(second), id(third))).containsExactly("hours", "returns", "shipping");
        assertThat(third.json().get("next").isNull()).isTrue();
        assertThat(third.text())
                .isEqualTo("{\"items\":[{\"resource_id\":\"shipping\",\"session_count\":1,\"applied_sessions\":1,"
                        + "\"applied_replies\":1,\"available_sessions\":1,\"available_replies\":1,"
                        + "\"handoff_count\":1,\"first_used_at\":\"2026-03-20T10:00:00.000Z\","
                        + "\"last_used_at\":\"2026-03-20T10:00:00.000Z\"}],\"next\":null}");
    }

    @Test
    void anEmptyListHasNoNext() {
        SERVED.get("training", "/resource-usage/knowledge?from=2026-04-01").is(200, "{\"items\":[],\"next\":null}");
        SERVED.get("training", "/resource-usage/knowledge?limit=3&cursor=")
                .json()
                .get("next")
                .isNull();
        assertThat(SERVED.get("training", "/resource-usage/knowledge?limit=3")
                        .json()
                        .get("next")
                        .isNull())
                .isTrue();
    }

    @Test
    void aCursorBelongsToItsFilters() {
        Served.Answered first = SERVED.get("training", "/resource-usage/knowledge?limit=1&from=2026-03-20");
        String cursor = first.json().get("next").stringValue();
        assertThat(SERVED.get("training", "/resource-usage/knowledge?cursor=" + cursor + "&from=2026-03-21")
                        .status())
                .isEqualTo(400);
        assertThat(SERVED.get("training", "/resource-usage/knowledge?cursor=" + cursor + "&to=2026-03-21")
                        .status())
                .isEqualTo(400);
        assertThat(SERVED.get("training", "/resource-usage/instruction?cursor=" + cursor)
                        .status())
                .isEqualTo(400);
        SERVED.get("training", "/resource-usage/instruction?cursor=x")
                .is(
                        400,
                        "{\"statusCode\":400,\"message\":\"cursor must be the next of a page before\","
                                + "\"error\":\"Bad Request\"}");
    }

    @Test
    void bothScopesAreNeeded() {
        assertThat(SERVED.get("actions", POLICY + "/conversations").text()).contains("training:read");
        assertThat(SERVED.get("training", "/resource-usage/action").text()).contains("actions:read");
        assertThat(SERVED.get("none", "/resource-usage/action/x/usage-summary").status())
                .isEqualTo(403);
        assertThat(SERVED.get("full", "/resource-usage/knowledge").status()).isEqualTo(403);
        assertThat(SERVED.get("actions", "/resource-usage/action").status()).isEqualTo(200);
    }

    @Test
    void aTokenThatMaySeeLessGetsNoLastMessage() {
        assertThat(SERVED.get("untold", POLICY + "/conversations")
                        .json()
                        .at("/conversations/0/last_message")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /resource-usage/robot/x/conversations | resource_type must be one of action, instruction, knowledge
                    /resource-usage/Action | resource_type must be one of action, instruction, knowledge
                    /resource-usage/knowledge/x/conversations?usageKind=used | usageKind must be one of applied, available
                    /resource-usage/knowledge/x/conversations?limit=0 | limit must be an integer from 1 to 100
                    /resource-usage/knowledge/x/conversations?limit=101 | limit must be an integer from 1 to 100
                    /resource-usage/knowledge/x/conversations?offset=-1 | offset must be an integer from 0 to 9007199254740991
                    /resource-usage/knowledge/x/conversations?offset=9007199254740992 | offset must be an integer from 0 to 9007199254740991
                    /resource-usage/knowledge?limit=251 | limit must be an integer from 1 to 250
                    /resource-usage/knowledge?limit=1&limit=2 | limit must be given once
                    /resource-usage/knowledge/x/conversations?limit=x&offset=y | limit must be an integer from 1 to 100; offset must be an integer from 0 to 9007199254740991
                    """)
    void badParametersAreNamed(String path, String message) {
        SERVED.get("training", path)
                .is(400, "{\"statusCode\":400,\"message\":\"" + message + "\",\"error\":\"Bad Request\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/usage-summary?from=soon", "/usage-summary?to=2026-02-30", "/conversations?from=0000-01-01"})
    void badMomentsAreNamed(String tail) {
        Served.Answered answer = SERVED.get("training", POLICY + tail);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("must be an ISO 8601 date or date-time");
    }

    @Test
    void everyDocumentedParameterAndValueIsAnswered() {
        for (String type : List.of("action", "instruction", "knowledge")) {
            String token = type.equals("action") ? "actions" : "training";
            String path = "/resource-usage/" + type;
            for (String tail : List.of(
                    "?limit=1&cursor=&from=2026-03-01&to=2026-03-31",
                    "/x/usage-summary?from=2026-03-01&to=2026-03-31",
                    "/x/conversations?usageKind=applied&from=2026-03-01&to=2026-03-31&limit=1&offset=1",
                    "/x/conversations?usageKind=available")) {
                assertThat(SERVED.get(token, path + tail).status()).as(tail).isEqualTo(200);
            }
        }
        assertThat(SERVED.documented().unexercised()).noneMatch(line -> line.contains("resource-usage"));
    }

    private static Served.Answered follow(Served.Answered page, String parameters) {
        JsonNode next = page.json().get("next");
        return SERVED.get("training", "/resource-usage/knowledge?cursor=" + next.stringValue() + parameters);
    }

    private static String id(Served.Answered page) {
        return page.json().at("/items/0/resource_id").stringValue();
    }
}
