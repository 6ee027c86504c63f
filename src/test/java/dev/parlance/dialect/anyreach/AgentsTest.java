package dev.parlance.dialect.anyreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import dev.parlance.tenant.Access;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Agents, their versions and telephone numbers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentsTest {
    private static final String AGENTS = AgentCalls.AGENTS;
    private static final String ORGANIZATION = Served.ONE.publicId().toString();

    private Served served;
    private Reception reception;

    @BeforeAll
    void serve() {
        served = Served.of(Anyreach::dialect, List.of());
        reception = new Reception(served);
    }

    @AfterAll
    void close() {
        served.close();
    }

    @BeforeEach
    void noAgents() {
        served.run("truncate agent, agent_version, phone_number, receipt");
    }

    @Test
    void anAgentIsMadeReadChangedAndDeleted() {
        JsonNode made = good(served.post(AGENTS, """
                {"name": "Reception", "description": "Answers", "active": true, "is_demo": false, "metadata": {"team": "a"}}
                """));
        String path = AGENTS + "/" + made.get("id").stringValue();
        assertThat(made.get("organization_id").asString()).isEqualTo(ORGANIZATION);
        assertThat(made.get("created_at")).isEqualTo(made.get("updated_at"));
        JsonNode changed = good(
                served.call(
                        "full",
                        "PUT",
                        path,
                        "{\"name\":\"Desk\",\"active\":false,\"is_demo\":true,\"metadata\":null,\"description\":\"Still answers\"}"));
        assertThat(changed.get("name").stringValue()).isEqualTo("Desk");
        assertThat(changed.get("active").booleanValue()).isFalse();
        assertThat(changed.get("is_demo").booleanValue()).isTrue();
        assertThat(changed.get("metadata").isNull()).isTrue();
        assertThat(changed.get("updated_at").stringValue())
                .isGreaterThan(made.get("updated_at").stringValue());
        JsonNode cleared = good(served.call("full", "PUT", path, "{\"description\":null}"));
        assertThat(cleared.get("description").isNull()).isTrue();
        assertThat(cleared.get("name").stringValue()).isEqualTo("Desk");
        assertThat(good(served.call("full", "PUT", path, "{}"))).isEqualTo(cleared);
        JsonNode whole = good(served.get(path));
        assertThat(whole.get("versions")).isEmpty();
        assertThat(whole.at("/conversation_statistics/total").intValue()).isZero();
        assertThat(served.call("full", "DELETE", path, null).status()).isEqualTo(204);
        served.get(path).is(404, "{\"detail\":\"Agent not found\"}");
        served.call("full", "DELETE", path, null).is(404, "{\"detail\":\"Agent not found\"}");
    }

    @Test
    void anAgentShowsWhatBelongsToIt() {
        String agent = reception.published(Reception.CONFIG);
        reception.publish(agent, "1", "{\"phone_numbers\":[\"+4684468150\"]}");
        served.post(Anyreach.CONVERSATIONS, "{\"channel\":\"text\",\"user_id\":\"u\",\"agent_id\":\"" + agent + "\"}");
        JsonNode whole = good(served.get(AGENTS + "/" + agent));
        assertThat(whole.get("versions")).hasSize(1);
        assertThat(whole.at("/phone_numbers/0/phone_number").stringValue()).isEqualTo("+4684468150");
        assertThat(whole.at("/conversation_statistics/total").intValue()).isEqualTo(1);
        assertThat(good(served.get("agents", AGENTS + "/" + agent))
                        .get("conversation_statistics")
                        .isNull())
                .isTrue();
        served.call("full", "DELETE", AGENTS + "/" + agent, null);
        JsonNode conversation = good(served.get(Anyreach.CONVERSATIONS)).get(0);
        assertThat(conversation.get("agent_id").stringValue()).isEqualTo(agent);
        String another = reception.published("{}");
        JsonNode numbers = reception.publish(another, "1", "{\"unassign_phone_numbers\":[\"+4684468150\"]}");
        assertThat(numbers.at("/0/inbound_agent_version_id").isNull()).isTrue();
    }

    @Test
    void agentsAreListedNewestFirstAndByPages() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.addFirst(reception.agent("Agent " + i));
        }
        assertThat(walked(served, AGENTS + "?limit=3", AGENTS)).isEqualTo(ids);
        assertThat(ids(served.get(AGENTS + "?name=AGENT%203"))).containsExactly(ids.get(3));
        assertThat(ids(served.get("other", AGENTS))).isEmpty();
        assertThat(ids(served.get("agents", AGENTS))).hasSize(7);
    }

    @Test
    void agentsAreFiltered() {
        String first = reception.agent("First");
        JsonNode second = good(served.post(
                AGENTS,
                "{\"name\":\"50%_\",\"active\":false,\"is_demo\":true,\"metadata\":{\"a\":{\"b\":[1,2]},\"c\":1}}"));
        String id = second.get("id").stringValue();
        String at = second.get("created_at").stringValue();
        Map<String, List<String>> expected = Map.ofEntries(
                Map.entry("name=%25_", List.of(id)),
                Map.entry("active=true", List.of(first)),
                Map.entry("active=false", List.of(id)),
                Map.entry("is_demo=true", List.of(id)),
                Map.entry("is_demo=false", List.of(first)),
                Map.entry("metadata=" + encoded("{\"a\":{\"b\":[2]}}"), List.of(id)),
                Map.entry("metadata=%7B%7D", List.of(id)),
                Map.entry("created_after=" + at, List.of(id)),
                Map.entry("created_before=" + at, List.of(id, first)),
                Map.entry("updated_after=" + at + "&updated_before=" + at, List.of(id)),
                Map.entry("cursor=" + Cursor.after(Instant.parse(at)).text(), List.of(first)),
                Map.entry("limit=1&colour=red", List.of(id)));
        expected.forEach((query, ids) ->
                assertThat(ids(served.get(AGENTS + "?" + query))).as(query).isEqualTo(ids));
    }

    @Test
    void theJournalTellsOfAgents() {
        Access admin = Served.access("admin");
        int told = served.doors().archive().audit(admin, 0, 10_000).size();
        String agent = reception.published("{}");
        served.call("full", "DELETE", AGENTS + "/" + agent, null);
        assertThat(served.doors().archive().audit(admin, told, 10))
                .extracting(change -> change.kind().word())
                .containsExactly("agent_created", "version_created", "version_published", "agent_removed");
    }

    @Test
    void aRepeatedWriteHasOneEffect() {
        Map<String, String> headers =
                Map.of("Authorization", "Bearer full", "Content-Type", "application/json", "Idempotency-Key", "k1");
        Served.Answered first = served.post(headers, AGENTS, "{\"name\":\"A\"}");
        served.post(headers, AGENTS, "{\"name\":\"A\"}").is(200, first.text());
        assertThat(served.post(headers, AGENTS, "{\"name\":\"B\"}").status()).isEqualTo(409);
        assertThat(ids(served.get(AGENTS))).hasSize(1);

        String path = AGENTS + "/" + first.json().get("id").stringValue();
        Map<String, String> other =
                Map.of("Authorization", "Bearer full", "Content-Type", "application/json", "Idempotency-Key", "k2");
        Served.Answered version = served.post(other, path + "/versions", "{\"config\":{}}");
        served.post(other, path + "/versions", "{\"config\":{}}").is(200, version.text());
        assertThat(ids(served.get(path + "/versions"))).hasSize(1);
        Map<String, String> third =
                Map.of("Authorization", "Bearer full", "Content-Type", "application/json", "Idempotency-Key", "k3");
        String publication = "{\"phone_numbers\":[\"+4684468150\"]}";
        Served.Answered published = served.post(third, path + "/versions/1/publish", publication);
        served.post(third, path + "/versions/1/publish", publication).is(200, published.text());
        Map<String, String> last = Map.of("Authorization", "Bearer full", "Idempotency-Key", "k4");
        assertThat(served.call(last, "DELETE", path, null).status()).isEqualTo(204);
        assertThat(served.call(last, "DELETE", path, null).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POST |                     | {}                                     | name
                    POST |                     | {"name": ""}                           | name
                    POST |                     | {"name": "a", "active": "yes"}         | active
                    POST |                     | {"name": "a", "metadata": []}          | metadata
                    PUT  | /AGENT              | {"name": "", "is_demo": 1}             | name is_demo
                    POST | /AGENT/versions     | {}                                     | config
                    POST | /AGENT/versions     | {"config": {}, "base_version": 1}      | config
                    POST | /AGENT/versions     | {"base_version": 0}                    | base_version
                    POST | /AGENT/versions     | {"config": {"channel_properties": {"text": {"enabled": 1}}}} | config.channel_properties.text.enabled
                    PUT  | /AGENT/versions/1   | {}                                     | config
                    PUT  | /AGENT/versions/1   | {"instruction_builder_inputs": 1}      | instruction_builder_inputs
                    POST | /AGENT/versions/1/publish | {"direction": "up"}              | direction
                    POST | /AGENT/versions/1/publish | {"phone_numbers": ["12", 7]}     | phone_numbers[0] phone_numbers[1]
                    GET  | ?active=maybe&limit=0 |                                      | limit active
                    GET  | ?metadata=7&cursor=!  |                                      | metadata cursor
                    GET  | /AGENT/versions?version=x |                                  | version
                    """)
    void everyMistakeIsNamed(String method, String path, String body, String members) {
        String agent = reception.agent("A");
        reception.version(agent, "{}");
        Served.Answered answer =
                served.call("full", method, AGENTS + (path == null ? "" : path.replace("AGENT", agent)), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        List<String> named = answer.json().get("detail").values().stream()
                .map(each -> each.at("/loc/1").stringValue())
                .toList();
        assertThat(named).containsExactly(members.split(" ", -1));
    }

    @Test
    void whatIsUnknownOrAnothersIsNotFound() {
        String agent = reception.published("{}");
        String notFound = "{\"detail\":\"Agent not found\"}";
        for (String id : List.of("nobody", UUID.randomUUID().toString())) {
            served.get(AGENTS + "/" + id).is(404, notFound);
            served.get(AGENTS + "/" + id + "/versions").is(404, notFound);
            served.get(AGENTS + "/" + id + "/versions/latest").is(404, notFound);
            served.post(AGENTS + "/" + id + "/versions", "{\"config\":{}}").is(404, notFound);
        }
        served.get("other", AGENTS + "/" + agent).is(404, notFound);
        served.call("other", "PUT", AGENTS + "/" + agent, "{}").is(404, notFound);
        served.call("other", "DELETE", AGENTS + "/" + agent, null).is(404, notFound);
        served.post("other", AGENTS + "/" + agent + "/versions/1/publish", "{}").is(404, notFound);
        String noVersion = "{\"detail\":\"Agent version not found\"}";
        for (String version : List.of("7", "0", "first", "99999999999")) {
            served.get(AGENTS + "/" + agent + "/versions/" + version).is(404, noVersion);
            served.call("full", "PUT", AGENTS + "/" + agent + "/versions/" + version, "{\"config\":{}}")
                    .is(404, noVersion);
        }
        served.post(AGENTS + "/" + agent + "/versions", "{\"base_version\":7}").is(404, noVersion);
    }

    @Test
    void scopesDivideReadingFromChanging() {
        String agent = reception.published("{}");
        served.get("manage", AGENTS).is(403, "{\"detail\":\"This token lacks the scope resources:read.\"}");
        served.get("manage", AGENTS + "/" + agent)
                .is(403, "{\"detail\":\"This token lacks the scope resources:read.\"}");
        served.post("agents", AGENTS, "{\"name\":\"A\"}")
                .is(403, "{\"detail\":\"This token lacks the scope resources:write.\"}");
        served.post("north", AGENTS, "{\"name\":\"A\"}")
                .is(403, "{\"detail\":\"A token of one workspace cannot change agents, which all workspaces share.\"}");
        assertThat(served.get("north", AGENTS + "/" + agent).status()).isEqualTo(200);
        assertThat(served.get("north", AGENTS + "/" + agent + "/versions/latest")
                        .status())
                .isEqualTo(200);
    }

    static List<String> walked(Served served, String first, String path) {
        Pattern next = Pattern.compile("<(" + Pattern.quote(path) + "\\?[^>]+)>; rel=\"next\"");
        List<String> ids = new ArrayList<>();
        String page = first;
        while (page != null) {
            Served.Answered answer = served.get(page);
            ids.addAll(ids(answer));
            Matcher link = next.matcher(answer.findHeader("Link").orElse(""));
            page = link.matches() ? link.group(1) : null;
        }
        return ids;
    }

    static List<String> ids(Served.Answered answer) {
        return good(answer).values().stream()
                .map(each -> each.get("id").stringValue())
                .toList();
    }

    static JsonNode good(Served.Answered answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
