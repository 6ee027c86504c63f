package dev.parlance.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DocumentedTest {
    private static final String JSON = "application/json";
    private static final String PARROT_MOB = "/api/v2/accounts/{account_id}/conversations";

    @ParameterizedTest
    @ValueSource(strings = {"opencx", "parrotmob", "anyreach", "ohallo", "parlance"})
    void everyDocumentedExampleIsValid(String dialect) {
        OpenApiFile file = OpenApiFile.of(dialect);
        Documented documented = Documented.of(dialect);
        long checked = answers(file).peek(answer -> check(documented, answer)).count();
        assertThat(checked).isGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opencx", "parrotmob", "anyreach", "ohallo", "parlance"})
    void noDescriptionIsCutAtAComma(String dialect) {
        assertThat(namesWithoutValue(OpenApiFile.of(dialect).tree())).isEmpty();
    }

    @Test
    void anExtraMemberIsRefused() {
        ObjectNode body = ohalloExample();
        ((ObjectNode) body.at("/conversations/0")).put("mood", "fine");
        assertThatThrownBy(() -> checkOhallo(200, JSON, body))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /api/conversations answers 200")
                .hasMessageContaining("/conversations/0")
                .hasMessageContaining("mood");
    }

    @Test
    void aMissingMemberIsRefused() {
        ObjectNode body = ohalloExample();
        body.remove("total");
        assertThatThrownBy(() -> checkOhallo(200, JSON, body)).hasMessageContaining("total");
    }

    @Test
    void aWrongFormatIsRefused() {
        ObjectNode body = ohalloExample();
        ((ObjectNode) body.at("/conversations/0")).put("id", "17").put("createdAt", "yesterday");
        assertThatThrownBy(() -> checkOhallo(200, JSON, body))
                .hasMessageContaining("/conversations/0/id")
                .hasMessageContaining("/conversations/0/createdAt");
    }

    @Test
    void anUndocumentedStatusIsRefused() {
        assertThatThrownBy(() -> checkOhallo(418, JSON, ohalloExample())).hasMessageContaining("418");
    }

    @Test
    void anUndocumentedContentTypeIsRefused() {
        assertThatThrownBy(() -> checkOhallo(200, "text/html", ohalloExample())).hasMessageContaining("text/html");
        checkOhallo(200, "Application/JSON; charset=utf-8", ohalloExample());
    }

    @Test
    void anUndocumentedOperationIsRefused() {
        Documented documented = Documented.of("ohallo");
        assertThatThrownBy(() -> documented.check("GET", "/api/chats", 200, JSON, "{}".getBytes(UTF_8)))
                .hasMessageContaining("GET /api/chats is not documented");
        assertThatThrownBy(() -> documented.check("PUT", "/api/conversations", 200, JSON, "{}".getBytes(UTF_8)))
                .hasMessageContaining("is not documented");
    }

    @Test
    void aWrongMethodIsAnsweredAsThePathSays() {
        Documented documented = Documented.of("ohallo");
        documented.check("PUT", "/api/conversations", 405, JSON, "{\"error\":\"Method not allowed\"}".getBytes(UTF_8));
        assertThatThrownBy(() -> documented.check("PUT", "/api/conversations", 405, JSON, "{}".getBytes(UTF_8)))
                .hasMessageContaining("error");
    }

    @Test
    void whatIsNoJsonOrSaysAMemberTwiceIsRefused() {
        Documented documented = Documented.of("ohallo");
        for (String body : new String[] {"{", "{\"error\":\"a\",\"error\":\"b\"}", "{\"error\":\"a\"} {}"}) {
            assertThatThrownBy(() -> documented.check("GET", "/api/conversations", 400, JSON, body.getBytes(UTF_8)))
                    .hasMessageContaining("not JSON");
        }
    }

    @Test
    void aTranscriptItemOfNoKindIsRefused() {
        Documented documented = Documented.of("anyreach");
        String body = "[{\"conversation\":{\"items\":[{\"type\":\"agent_handoff\",\"id\":\"1\"}]}}]";
        assertThatThrownBy(() -> documented.check("GET", "/core/conversations", 200, JSON, body.getBytes(UTF_8)))
                .hasMessageContaining("/0/conversation/items/0");
        documented.check("GET", "/core/conversations", 200, JSON, "[{\"user_id\":null}]".getBytes(UTF_8));
    }

    @Test
    void parametersAndTheirValuesAreListed() {
        assertThat(Documented.of("parrotmob").enumValues("GET", PARROT_MOB, "support_required"))
                .containsExactly("true", "false");
        Documented opencx = Documented.of("opencx");
        assertThat(opencx.parameters("POST", "/chat/sessions/filter"))
                .contains("page", "filters", "filters.date.from", "filters.tags.none", "filters.teamsIds")
                .doesNotContain("filters.dateRange.from");
        assertThat(opencx.enumValues("POST", "/chat/sessions/filter", "filters.status"))
                .containsExactly("open", "closed_resolved", "closed_unresolved", "0", "1", "2");
    }

    @Test
    void whatNoRequestHadIsUnexercised() {
        Documented documented = Documented.of("parrotmob");
        assertThat(documented.unexercised()).contains("GET " + PARROT_MOB + ": account_id");
        documented.saw("GET", "/api/v2/accounts/me/conversations?status=ready&limit=0&offset=1", null);
        documented.saw("GET", "/api/v2/elsewhere?order_by=inserted_at_asc", null);
        assertThat(documented.unexercised())
                .contains("GET " + PARROT_MOB + ": status=running", "GET " + PARROT_MOB + ": order_by")
                .doesNotContain("GET " + PARROT_MOB + ": status=ready", "GET " + PARROT_MOB + ": limit")
                .filteredOn(line -> line.startsWith("GET " + PARROT_MOB + ":"))
                .noneMatch(line -> line.endsWith(": status") || line.endsWith("account_id"));
    }

    @Test
    void membersOfABodyCountAsExercised() {
        Documented documented = Documented.of("opencx");
        String body = """
                {"filters": {"channels": ["web", "slack"], "status": 0, "date": {"from": "2026-01-01"}, "custom_data": []}}
                """;
        documented.saw("POST", "/chat/sessions/filter", body);
        documented.saw("POST", "/chat/sessions/filter", "{");
        String operation = "POST /chat/sessions/filter: filters.";
        assertThat(documented.unexercised())
                .contains(operation + "channels=sms", operation + "status=open", operation + "date.to")
                .contains(operation + "customData")
                .doesNotContain(operation + "channels=web", operation + "status=0", operation + "date.from")
                .doesNotContain(operation + "custom_data");
    }

    /// In a flow mapping, what follows an unquoted comma reads as a name without value.
    private static Stream<String> namesWithoutValue(JsonNode node) {
        Stream<JsonNode> elements = node.isArray() ? node.valueStream() : Stream.empty();
        Stream<String> own = node.propertyStream()
                .filter(member -> member.getValue().isNull())
                .map(Map.Entry::getKey);
        Stream<JsonNode> members = node.propertyStream()
                .filter(member -> !member.getKey().equals("example"))
                .map(Map.Entry::getValue);
        return Stream.concat(own, Stream.concat(elements, members).flatMap(DocumentedTest::namesWithoutValue));
    }

    private static void checkOhallo(int status, String contentType, JsonNode body) {
        byte[] bytes = body.toString().getBytes(UTF_8);
        Documented.of("ohallo").check("GET", "/api/conversations", status, contentType, bytes);
    }

    private static ObjectNode ohalloExample() {
        JsonNode example = OpenApiFile.of("ohallo")
                .tree()
                .at("/paths/~1api~1conversations/get/responses/200/content/application~1json/example");
        return (ObjectNode) example.deepCopy();
    }

    private static void check(Documented documented, Answer answer) {
        documented.check(
                answer.method(),
                answer.path(),
                answer.status(),
                answer.contentType(),
                answer.body().getBytes(UTF_8));
    }

    private static Stream<Answer> answers(OpenApiFile file) {
        return file.tree()
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .flatMap(operation -> operation
                                .getValue()
                                .path("responses")
                                .propertyStream()
                                .flatMap(response -> file.resolve(response.getValue())
                                        .path("content")
                                        .propertyStream()
                                        .filter(content -> content.getValue().has("example"))
                                        .map(content -> new Answer(
                                                operation.getKey().toUpperCase(Locale.ROOT),
                                                path.getKey(),
                                                Integer.parseInt(response.getKey()),
                                                content.getKey(),
                                                content.getValue()
                                                        .path("example")
                                                        .toString())))));
    }

    private record Answer(String method, String path, int status, String contentType, String body) {}
}
