package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a token may not see it can neither read, filter, search nor count by, whichever vendor's call it uses.
class AccessTest {
    private static final Site SITE = Site.shared();
    private static final String NORTH = "6d1f0000-0000-4000-8000-000000000001";
    private static final String SOUTH = "6d1f0000-0000-4000-8000-000000000002";
    private static final String FOREIGN = "6d1f0000-0000-4000-8000-000000000003";
    private static final String RECORDS = """
            {"id": "%s", "source_id": "1", "channel": "web", "workspace": "north", "subject": "plain", \
            "summary": "hush", "initial_context": "hush", "custom_data": {"secret": "hush"}, "handoff": {"summary": "hush"}, \
            "contact": {"email": "n@north.example", "custom_data": {"secret": "hush"}}, \
            "recording": {"url": "https://hush.example/1.mp3"}, \
            "messages": [{"author": "contact", "text": "hush"}, {"author": "ai", "text": "hush", \
            "uses": [{"type": "action", "id": "act", "kind": "applied"}, {"type": "knowledge", "id": "kb", "kind": "applied"}]}]}
            {"id": "%s", "source_id": "2", "channel": "email", "workspace": "south", "contact": {"email": "s@south.example"}, \
            "messages": [{"author": "ai", "text": "open", "uses": [{"type": "action", "id": "act", "kind": "applied"}]}]}
            """.formatted(NORTH, SOUTH);

    private static String tenantId = "";
    private static String otherId = "";
    private static Caller full = new Caller("", "");

    @BeforeAll
    static void importBoth() {
        tenantId = SITE.tenant("guarded");
        otherId = SITE.tenant("neighbour");
        full = SITE.token("guarded");
        SITE.take("guarded", RECORDS);
        SITE.take("neighbour", """
                {"id": "%s", "source_id": "1", "channel": "web", "workspace": "north", \
                "messages": [{"author": "ai", "text": "hush", "uses": [{"type": "action", "id": "act", "kind": "applied"}]}]}
                """.formatted(FOREIGN));
    }

    @Test
    void hiddenFieldsAreLeftOutInEveryDialect() {
        Caller safe = SITE.token("guarded", "conversations:read", "actions:read");
        for (String path : List.of(
                "/api/conversations",
                "/api/v2/accounts/me/conversations?limit=0",
                "/core/conversations",
                "/resource-usage/action/act/conversations")) {
            assertThat(Caller.good(full.get(path)).text()).as(path).contains(NORTH);
            Answer answer = safe.get(path);
            assertThat(answer.text()).as(path).doesNotContain("hush");
            assertThat(answer.status()).as(path).isIn(200, 403);
        }
        assertThat(Caller.good(full.get("/core/conversations")).text()).contains("hush");
        Answer filtered = safe.filter("{}");
        assertThat(filtered.status()).isIn(200, 403);
        assertThat(filtered.text()).doesNotContain("hush");
    }

    @Test
    void nobodyAsksByWhatIsHidden() {
        Caller safe = SITE.token("guarded", "conversations:read", "actions:read", "training:read");
        for (String path : List.of(
                "/api/conversations?q=hush",
                "/api/conversations?search=hush",
                "/core/conversations?custom_metadata=%7B%22secret%22%3A%22hush%22%7D",
                "/core/conversations?columns=id,summary",
                "/core/conversations?columns=conversation",
                "/core/conversations?columns=recording_details")) {
            assertThat(full.get(path).status()).as(path).isEqualTo(200);
            assertThat(safe.get(path).status()).as(path).isEqualTo(403);
        }
        for (String filters : List.of(
                "{\"search\": \"hush\"}",
                "{\"custom_data\": {\"secret\": \"hush\"}}",
                "{\"contact_custom_data\": {\"secret\": \"hush\"}}")) {
            assertThat(full.filter(filters).json().get("data")).as(filters).hasSize(1);
            assertThat(safe.filter(filters).status()).as(filters).isEqualTo(403);
        }
    }

    @Test
    void eachCallNeedsItsScopes() {
        Caller nothing = SITE.token("guarded", "contacts:read");
        for (String path : List.of(
                "/api/conversations",
                "/api/v2/accounts/me/conversations",
                "/api/v2/accounts/me/conversations?limit=0",
                "/core/conversations",
                "/resource-usage/action/act/conversations",
                "/resource-usage/action",
                "/resource-usage/knowledge/kb/usage-summary")) {
            assertThat(nothing.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(nothing.filter("{}").status()).isEqualTo(403);
    }

    @Test
    void aScopeOpensNoMoreThanItSays() {
        Caller sessions = SITE.token("guarded", "chat-sessions:read");
        assertThat(sessions.filter("{}").json().get("data")).hasSize(2);
        assertThat(sessions.get("/resource-usage/action/act/conversations").status())
                .isEqualTo(403);
        Caller actions = SITE.token("guarded", "chat-sessions:read", "actions:read");
        assertThat(actions.get("/resource-usage/action/act/conversations").status())
                .isEqualTo(200);
        assertThat(actions.get("/resource-usage/knowledge/kb/conversations").status())
                .isEqualTo(403);
        Caller training = SITE.token("guarded", "chat-sessions:read", "training:read");
        assertThat(training.get("/resource-usage/knowledge/kb/conversations").status())
                .isEqualTo(200);
        assertThat(training.get("/resource-usage/action/act/conversations").status())
                .isEqualTo(403);
        Caller managing = SITE.token("guarded", "conversations:manage");
        assertThat(Caller.good(managing.get("/core/conversations")).text())
                .contains(NORTH)
                .doesNotContain("hush");
    }

    @Test
    void aTokenOfAWorkspaceSeesAndCountsOnlyThat() {
        Caller south = SITE.createToken("guarded", "--workspace", "south");
        assertThat(south.total()).isEqualTo(1);
        assertThat(south.body("/api/v2/accounts/me/conversations")
                        .at("/meta/total")
                        .intValue())
                .isEqualTo(1);
        assertThat(south.body("/core/conversations")).hasSize(1);
        assertThat(south.filter("{}").json().get("data")).hasSize(1);
        assertThat(south.body("/resource-usage/action/act/conversations")
                        .get("total_sessions")
                        .intValue())
                .isEqualTo(1);
        assertThat(south.body("/resource-usage/knowledge").get("items")).isEmpty();
        assertThat(south.filter("{\"contact_domains\": [\"north.example\"]}")
                        .json()
                        .get("data"))
                .isEmpty();
        assertThat(south.body("/api/conversations?q=hush").get("total").intValue())
                .isZero();
        String north = full.body("/api/conversations?q=hush")
                .at("/conversations/0/workspaceId")
                .stringValue();
        Answer foreign = south.get("/api/conversations?workspaceId=" + north);
        Answer unknown = south.get("/api/conversations?workspaceId=99999999-0000-4000-8000-000000000000");
        assertThat(foreign.text()).isEqualTo(unknown.text());
        assertThat(foreign.status()).isEqualTo(unknown.status());
    }

    @Test
    void aForeignIdIsAnsweredLikeAnUnknownOne() {
        String unknown = "99999999-0000-4000-8000-000000000000";
        Answer foreign = full.get("/api/v2/accounts/" + otherId + "/conversations");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text())
                .isEqualTo(full.get("/api/v2/accounts/" + unknown + "/conversations")
                        .text());
        assertThat(full.get("/api/v2/accounts/" + tenantId + "/conversations").status())
                .isEqualTo(200);
        for (String path :
                List.of("/api/conversations", "/core/conversations", "/api/v2/accounts/me/conversations?limit=0")) {
            assertThat(full.get(path).text()).doesNotContain(FOREIGN);
        }
        assertThat(full.body("/resource-usage/action/act/conversations")
                        .get("total_sessions")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void nobodyEntersWithoutAToken() {
        for (String path : List.of("/api/conversations", "/core/conversations", "/api/v2/accounts/me/conversations")) {
            assertThat(new Caller(full.address(), "pl_nonsense").get(path).status())
                    .as(path)
                    .isEqualTo(401);
            assertThat(new Caller(full.address(), "").get(path).status())
                    .as(path)
                    .isEqualTo(401);
        }
        Answer refused = new Caller(full.address(), "ocx_live_nonsense").filter("{}");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().get("statusCode").intValue()).isEqualTo(401);
    }

    @Test
    void aPersonalTokenOpensTheTenantThatTheHeaderNames() {
        Caller person = SITE.createToken("guarded", "--user", "ada", "--prefix", "pat_");
        String path = "/core/conversations";
        Answer missing = person.get(path);
        assertThat(missing.status()).isEqualTo(401);
        assertThat(missing.text()).contains("Token is missing organization claim.");
        assertThat(person.get(path, Map.of("X-Anyreach-Org", tenantId)).json()).hasSize(2);
        assertThat(person.get(path, Map.of("X-Anyreach-Org", otherId)).status()).isEqualTo(401);
        SITE.run("token", "create", "--tenant", "neighbour", "--user", "ada", "--prefix", "pat_")
                .with(0);
        assertThat(person.get(path, Map.of("X-Anyreach-Org", otherId)).text())
                .contains(FOREIGN)
                .doesNotContain(NORTH);
    }

    @Test
    void aTokensOwnLimitIsKeptAndShown() {
        Caller limited = SITE.createToken("guarded", "--rate", "3");
        for (int left = 2; left >= 0; left--) {
            Answer answer = Caller.good(limited.get("/core/conversations"));
            assertThat(answer.headers().firstValue("x-ratelimit-limit")).hasValue("3");
            assertThat(answer.headers().firstValue("x-ratelimit-remaining")).hasValue(Integer.toString(left));
            assertThat(answer.headers().firstValueAsLong("x-ratelimit-reset")).isPresent();
        }
        Answer refused = limited.get("/core/conversations");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("retry-after").orElseThrow())
                .isBetween(1L, 20L);
        assertThat(full.get("/core/conversations").headers().firstValue("x-ratelimit-limit"))
                .isEmpty();
    }
}
