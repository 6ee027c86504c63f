package dev.parlance.dialect.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Channel;
import dev.parlance.conversation.StableId;
import dev.parlance.dialect.Sample;
import dev.parlance.dialect.Served;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Attention items, tags, places, resources.
class AroundTest {
    private static final String ONE = Api.ALL + "/" + Sample.id(1);
    private static final Served SERVED = Served.of(Parlance::dialect, Shelf.rows());
    private static final Api API = new Api(SERVED);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void attentionIsRaisedSeenAndSettled() {
        String path = API.beginTalk();
        API.act(path, "raise-attention", "{\"type\": \"escalation\", \"reason\": \"Loud.\"}");
        API.act(path, "raise-attention", "{\"type\": \"human_requested\"}");
        JsonNode items = API.get(path + "?include=attention").get("attention");
        assertThat(items.values().stream().map(each -> each.get("type").stringValue()))
                .containsExactly("human_requested", "escalation");
        String item = items.get(1).get("id").stringValue();
        JsonNode settled =
                SERVED.post("/v1/attention/" + item + "/settle", "{}").json();
        assertThat(settled.get("open").booleanValue()).isFalse();
        assertThat(settled.get("settled_at").isNull()).isFalse();
        assertThat(SERVED.post("/v1/attention/" + item + "/settle", "").json()).isEqualTo(settled);
        assertThat(API.get("/v1/attention/" + item)).isEqualTo(settled);
        assertThat(API.get(path).get("open_attention").intValue()).isEqualTo(1);
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(API.get("/v1/attention?open=true&conversation=" + id).get("data"))
                .hasSize(1);
        assertThat(API.get("/v1/attention?open=false&conversation=" + id).get("data"))
                .hasSize(1);
        assertThat(API.get("/v1/attention?workspace=Main&conversation=" + id).get("data"))
                .isEmpty();
        JsonNode first = API.get("/v1/attention?limit=1&conversation=" + id);
        JsonNode second = API.get("/v1/attention?limit=1&conversation=" + id + "&cursor="
                + first.get("next").stringValue());
        assertThat(second.at("/data/0")).isEqualTo(settled);
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void attentionIsForWhoMaySeeIt() {
        String path = API.beginTalk();
        API.act(path, "raise-attention", "{\"type\": \"t\", \"reason\": \"Secret.\"}");
        String item = API.get(path + "?include=attention").at("/attention/0/id").stringValue();
        String address = "/v1/attention/" + item;
        assertThat(SERVED.get("safe", address).text()).doesNotContain("reason");
        assertThat(SERVED.get("safe", path + "?include=attention").status()).isEqualTo(200);
        assertThat(SERVED.get("other", address).status()).isEqualTo(404);
        assertThat(SERVED.get("north", address).status()).isEqualTo(404);
        assertThat(SERVED.post("safe", address + "/settle", "{}").status()).isEqualTo(403);
        assertThat(SERVED.post("other", address + "/settle", "{}").status()).isEqualTo(404);
        assertThat(SERVED.post(address + "/settle", "{\"why\": 1}").status()).isEqualTo(400);
        assertThat(SERVED.get("/v1/attention/x").status()).isEqualTo(404);
        assertThat(SERVED.get("north", "/v1/attention?workspace=Main").status()).isEqualTo(404);
        assertThat(SERVED.get("/v1/attention?open=maybe").status()).isEqualTo(400);
    }

    @Test
    void aRatingStandsBesideItsConversation() {
        String path = API.beginTalk();
        assertThat(API.get(path + "?include=rating").get("rating").isNull()).isTrue();
        API.act(path, "rate", "{\"score\": 2}");
        API.act(path, "rate", "{\"score\": 4, \"comment\": \"Better.\"}");
        JsonNode rating = API.get(path + "?include=rating").get("rating");
        assertThat(rating.get("score").intValue()).isEqualTo(4);
        assertThat(rating.get("comment").stringValue()).isEqualTo("Better.");
    }

    @Test
    void theCatalogDescribesTags() {
        Map<String, String> headers =
                Api.with("Idempotency-Key", UUID.randomUUID().toString());
        String category = UUID.randomUUID().toString();
        String json = "{\"description\": \"Dear\", \"exclude_from_auto_tagging\": true, \"category_id\": \"" + category
                + "\"}";
        assertThat(SERVED.call(headers, "PUT", "/v1/tags/very%20dear", json).status())
                .isEqualTo(204);
        assertThat(SERVED.call(headers, "PUT", "/v1/tags/very%20dear", json).status())
                .isEqualTo(204);
        JsonNode tag = API.get("/v1/tags").at("/data/0");
        assertThat(tag.get("name").stringValue()).isEqualTo("very dear");
        assertThat(tag.get("category_id").stringValue()).isEqualTo(category);
        SERVED.call("full", "PUT", "/v1/tags/very%20dear", "{}");
        JsonNode bare = API.get("/v1/tags").at("/data/0");
        assertThat(bare.get("description").isNull()).isTrue();
        assertThat(bare.get("exclude_from_auto_tagging").booleanValue()).isFalse();
        assertThat(SERVED.call("full", "PUT", "/v1/tags/a", "{\"name\": \"b\"}").status())
                .isEqualTo(400);
        assertThat(SERVED.call("full", "PUT", "/v1/tags/a", "{\"category_id\": \"b\"}")
                        .status())
                .isEqualTo(400);
        assertThat(SERVED.call("full", "PUT", "/v1/tags/" + "a".repeat(513), "{}")
                        .status())
                .isEqualTo(400);
        assertThat(SERVED.call("safe", "PUT", "/v1/tags/a", "{}").status()).isEqualTo(403);
        assertThat(SERVED.get("none", "/v1/tags").status()).isEqualTo(403);
        assertThat(SERVED.get("other", "/v1/tags").json().get("data")).isEmpty();
    }

    @Test
    void placesAreListed() {
        assertThat(names("/v1/workspaces")).contains("Main", "north");
        assertThat(SERVED.get("north", "/v1/workspaces").json().get("data")).hasSize(1);
        assertThat(names("/v1/teams")).containsExactly("Billing");
        assertThat(names("/v1/companies?q=ferr")).containsExactly("Ferrum");
        assertThat(names("/v1/companies?q=ferr&limit=1")).containsExactly("Ferrum");
        assertThat(names("/v1/companies?q=none")).isEmpty();
        API.begin("{\"channel\": \"web\", \"contact\": {\"name\": \"n\", \"company\": \"Aurum\"}}");
        JsonNode first = API.get("/v1/companies?limit=1");
        assertThat(first.at("/data/0/name").stringValue()).isEqualTo("Aurum");
        assertThat(names("/v1/companies?limit=1&cursor=" + first.get("next").stringValue()))
                .containsExactly("Ferrum");
        assertThat(SERVED.get("other", "/v1/teams").json().get("data")).isEmpty();
        assertThat(SERVED.get("safe", "/v1/companies").status()).isEqualTo(403);
    }

    @Test
    void channelsAreListedAndNamed() {
        String id = StableId.channel("Main", Channel.EMAIL, "email").toString();
        JsonNode all = API.get("/v1/channels?workspace=Main").get("data");
        assertThat(all.values().stream().map(each -> each.get("channel").stringValue()))
                .contains("email", "web");
        assertThat(SERVED.get("north", "/v1/channels").json().get("data")).hasSize(1);
        assertThat(SERVED.get("north", "/v1/channels?workspace=Main").status()).isEqualTo(404);
        Served.Answered named =
                SERVED.call("full", "PATCH", "/v1/channels/" + id, "{\"display_name\": \"Post\", \"enabled\": false}");
        assertThat(named.status()).as(named.text()).isEqualTo(200);
        assertThat(named.json().get("display_name").stringValue()).isEqualTo("Post");
        assertThat(API.get("/v1/channels/" + id)).isEqualTo(named.json());
        assertThat(SERVED.call("safe", "PATCH", "/v1/channels/" + id, "{}").status())
                .isEqualTo(403);
        assertThat(SERVED.call("full", "PATCH", "/v1/channels/x", "{}").status())
                .isEqualTo(404);
        assertThat(SERVED.call("full", "PATCH", "/v1/channels/" + id, "{\"enabled\": 1}")
                        .status())
                .isEqualTo(400);
        assertThat(SERVED.get("other", "/v1/channels/" + id).status()).isEqualTo(404);
    }

    @Test
    void resourcesAreLookedUpBothWays() {
        JsonNode actions = SERVED.get("resources", "/v1/resources/action").json();
        assertThat(actions.at("/data/0/id").stringValue()).isEqualTo("track_order");
        assertThat(actions.at("/data/0/applied_reply_count").intValue()).isEqualTo(1);
        assertThat(actions.get("next").isNull()).isTrue();
        JsonNode one = SERVED.get("actions", "/v1/resources/action/track_order").json();
        assertThat(one).isEqualTo(actions.at("/data/0"));
        JsonNode unused = SERVED.get("actions", "/v1/resources/action/none").json();
        assertThat(unused.get("conversation_count").intValue()).isZero();
        JsonNode where = SERVED.get("training", "/v1/resources/knowledge/kb_1/conversations?kind=available")
                .json();
        assertThat(where.at("/data/0/conversation_id").stringValue())
                .isEqualTo(Sample.id(1).toString());
        assertThat(where.at("/data/0/last_message").stringValue()).isEqualTo("On Thursday.");
        assertThat(where.get("total").intValue()).isEqualTo(1);
        JsonNode used = API.get(ONE + "/resources").get("data");
        assertThat(used.toString()).isEqualTo("""
                [{"type":"action","id":"track_order","name":null,"applied_reply_count":1,"available_reply_count":0,\
                "first_used_at":"2026-03-25T11:42:00.000999Z","last_used_at":"2026-03-25T11:42:00.000999Z"},\
                {"type":"knowledge","id":"kb_1","name":null,"applied_reply_count":0,"available_reply_count":1,\
                "first_used_at":"2026-03-25T11:42:00.000999Z","last_used_at":"2026-03-25T11:42:00.000999Z"}]""");
    }

    @Test
    void resourcesAreWalkedByCursor() {
        for (int i = 0; i < 3; i++) {
            String path = API.beginTalk();
            API.act(path, "messages", """
                    {"author": "ai", "text": "x", "uses": [{"type": "instruction", "id": "i%d", "kind": "applied", "name": "I"},
                     {"type": "instruction", "id": "all", "kind": "applied"}]}
                    """.formatted(i));
        }
        JsonNode first =
                SERVED.get("resources", "/v1/resources/instruction?limit=2").json();
        JsonNode rest = SERVED.get(
                        "resources",
                        "/v1/resources/instruction?limit=2&cursor="
                                + first.get("next").stringValue())
                .json();
        assertThat(List.of(first.get("data").size(), rest.get("data").size())).containsExactly(2, 2);
        String uses = "/v1/resources/instruction/all/conversations?from=2026-01-01&limit=2";
        JsonNode page = SERVED.get("resources", uses).json();
        assertThat(page.get("data")).hasSize(2);
        JsonNode last = SERVED.get(
                        "resources", uses + "&cursor=" + page.get("next").stringValue())
                .json();
        assertThat(last.get("data")).hasSize(1);
        assertThat(last.get("next").isNull()).isTrue();
        assertThat(SERVED.get("resources", "/v1/resources/instruction/all?to=2001-01-01")
                        .json()
                        .get("conversation_count")
                        .intValue())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/resources/tool",
                "/v1/resources/action?limit=0",
                "/v1/resources/action/x?kind=y",
                "/v1/resources/action/x/conversations?kind=y",
                "/v1/resources/action?from=x",
                "/v1/resources/action?cursor=x"
            })
    void badLookUpsAreRefused(String path) {
        assertThat(SERVED.get("resources", path).status()).isEqualTo(400);
    }

    @Test
    void resourcesAreForWhoMaySeeThem() {
        assertThat(SERVED.get("full", "/v1/resources/action").status()).isEqualTo(403);
        assertThat(SERVED.get("training", "/v1/resources/action").status()).isEqualTo(403);
        assertThat(SERVED.get("untold", "/v1/resources/knowledge/kb_1/conversations?kind=available")
                        .text())
                .contains("reply_count")
                .doesNotContain("last_message");
        assertThat(SERVED.get("safe", ONE + "/resources").status()).isEqualTo(403);
        assertThat(SERVED.get("other", ONE + "/resources").status()).isEqualTo(404);
    }

    private static List<String> names(String path) {
        return API.get(path).get("data").values().stream()
                .map(each -> each.get("name").stringValue())
                .toList();
    }
}
