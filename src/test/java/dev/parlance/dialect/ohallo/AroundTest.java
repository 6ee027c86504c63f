package dev.parlance.dialect.ohallo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.StableId;
import dev.parlance.dialect.Sample;
import dev.parlance.dialect.Served;
import dev.parlance.journal.Deed;
import dev.parlance.tenant.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Attention items, workspaces and channels.
class AroundTest {
    private static final String ITEMS = "/api/attention-items";
    private static final String CHANNEL = "/api/channels/" + StableId.channel("Main", Channel.EMAIL, "email");
    private static final Served SERVED = Served.of(OHallo::dialect, Shelf.rows());

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    private static void raise(long conversation, Deed... deeds) {
        SERVED.doors()
                .desk()
                .act(
                        Served.access("full"),
                        Sample.id(conversation),
                        List.of(deeds),
                        Desk.stamp(Served.access("full"), null));
    }

    private static List<String> ids(String token) {
        return SERVED.get(token, ITEMS).json().values().stream()
                .map(each -> each.get("id").stringValue())
                .toList();
    }

    @Test
    void anItemIsListedAndResolvedWithoutTouchingTheConversation() {
        UUID item = new UUID(2, 1);
        raise(1, new Deed.RaiseAttention(item, "validation_failed", "Three times."));
        JsonNode open = SERVED.get(ITEMS).json().values().stream()
                .filter(each -> each.get("id").stringValue().equals(item.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(open.get("conversationId").stringValue())
                .isEqualTo(Sample.id(1).toString());
        assertThat(open.get("tenantId").stringValue())
                .isEqualTo(Served.ONE.publicId().toString());
        assertThat(open.get("type").stringValue()).isEqualTo("validation_failed");
        assertThat(open.get("reason").stringValue()).isEqualTo("Three times.");
        assertThat(open.get("status").stringValue()).isEqualTo("open");
        assertThat(open.get("resolvedAt").isNull()).isTrue();
        Conversation before = stored(1);
        SERVED.post(ITEMS + "/" + item + "/resolve", "").is(200, "{\"ok\":true}");
        SERVED.post(ITEMS + "/" + item + "/resolve", "").is(200, "{\"ok\":true}");
        assertThat(stored(1).state()).isEqualTo(before.state());
        assertThat(stored(1).standing().openAttention()).isZero();
        JsonNode settled =
                SERVED.get("/api/conversations/" + Sample.id(1)).json().at("/attentionItems/0");
        assertThat(settled.get("status").stringValue()).isEqualTo("resolved");
        assertThat(settled.get("resolvedAt").isNull()).isFalse();
    }

    private static Conversation stored(long number) {
        return SERVED.doors()
                .archive()
                .get(Served.access("full"), Sample.id(number), false)
                .conversation();
    }

    @Test
    void itemsOfOtherWorkspacesAndTenantsAreNotThere() {
        UUID main = new UUID(2, 2);
        UUID north = new UUID(2, 3);
        raise(2, new Deed.RaiseAttention(main, "escalation", "x"));
        raise(18, new Deed.RaiseAttention(north, "escalation", null));
        assertThat(ids("full")).contains(main.toString(), north.toString());
        assertThat(ids("north")).containsExactly(north.toString());
        SERVED.get("other", ITEMS).is(200, "[]");
        assertThat(SERVED.get("safe", ITEMS).json().get(0).propertyNames()).doesNotContain("reason");
        for (String token : List.of("north", "other")) {
            SERVED.post(token, ITEMS + "/" + main + "/resolve", "").is(404, "{\"error\":\"Attention item not found\"}");
        }
        SERVED.post(ITEMS + "/item-1/resolve", "").is(404, "{\"error\":\"Attention item not found\"}");
        SERVED.post(ITEMS + "/" + UUID.randomUUID() + "/resolve", "")
                .is(404, "{\"error\":\"Attention item not found\"}");
        SERVED.post("safe", ITEMS + "/" + main + "/resolve", "")
                .is(403, "{\"error\":\"This token lacks the scope conversations:write.\"}");
        assertThat(SERVED.get("none", ITEMS).status()).isEqualTo(403);
        assertThat(SERVED.get("unknown", ITEMS).status()).isEqualTo(401);
        assertThat(stored(2).standing().openAttention()).isEqualTo(1);
    }

    @Test
    void manyItemsAreStreamedWholeNewestFirst() {
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < 1203; i++) {
            deeds.add(new Deed.RaiseAttention(new UUID(3, i), "escalation", null));
        }
        raise(3, deeds.toArray(Deed[]::new));
        List<String> ids = ids("full");
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(1203);
        assertThat(ids.stream().filter(id -> id.startsWith("00000000-0000-0003")))
                .hasSize(1203);
    }

    @Test
    void workspacesAreListedByName() {
        JsonNode workspaces = SERVED.get("/api/workspaces").json();
        assertThat(workspaces.values().stream().map(each -> each.get("name").stringValue()))
                .containsExactly("Main", "north");
        assertThat(workspaces.at("/0/id").stringValue())
                .isEqualTo(StableId.workspace("Main").toString());
        assertThat(SERVED.get("north", "/api/workspaces").json().values().stream()
                        .map(each -> each.get("name").stringValue()))
                .containsExactly("north");
        SERVED.get("other", "/api/workspaces").is(200, "[]");
        SERVED.get("none", "/api/workspaces").is(403, "{\"error\":\"This token lacks the scope channels:read.\"}");
    }

    @Test
    void aChannelIsReadRenamedAndSwitchedOff() {
        JsonNode channel = SERVED.get(CHANNEL).json();
        assertThat(channel.get("channelType").stringValue()).isEqualTo("email");
        assertThat(channel.get("displayName").stringValue()).isEqualTo("email");
        assertThat(channel.get("workspaceId").stringValue())
                .isEqualTo(StableId.workspace("Main").toString());
        Map<String, String> headers = Map.of("Authorization", "Bearer full", "Idempotency-Key", "channel");
        String off = "{\"displayName\":\"Help desk\",\"enabled\":false,\"config\":null}";
        JsonNode changed = SERVED.call(headers, "PATCH", CHANNEL, off).json();
        assertThat(changed.get("displayName").stringValue()).isEqualTo("Help desk");
        assertThat(changed.get("enabled").booleanValue()).isFalse();
        JsonNode on = SERVED.call("full", "PATCH", CHANNEL, "{\"enabled\":true,\"config\":{}}")
                .json();
        assertThat(on.get("displayName").stringValue()).isEqualTo("Help desk");
        assertThat(on.get("enabled").booleanValue()).isTrue();
        assertThat(SERVED.call(headers, "PATCH", CHANNEL, off).json()).isEqualTo(on);
        assertThat(SERVED.call("full", "PATCH", CHANNEL, "{}").json()).isEqualTo(on);
        assertThat(SERVED.get(CHANNEL).json()).isEqualTo(on);
        assertThat(SERVED.documented().unexercised()).noneMatch(line -> line.startsWith("PATCH "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"displayName":""} | displayName must be text of at least one character
                    {"displayName":7} | displayName must be text of at least one character
                    {"enabled":"yes"} | enabled must be true or false
                    {"config":{"host":"x"}} | config must be null: it is not kept
                    {"config":"x"} | config must be null: it is not kept
                    """)
    void aChangeThatCannotBeUnderstoodIsRefused(String body, String message) {
        SERVED.call("full", "PATCH", CHANNEL, body).is(400, "{\"error\":\"" + message + "\"}");
    }

    @Test
    void otherChannelsAreNotThere() {
        for (String token : List.of("north", "other")) {
            SERVED.get(token, CHANNEL).is(404, "{\"error\":\"Channel not found\"}");
            SERVED.call(token, "PATCH", CHANNEL, "{\"enabled\":false}").is(404, "{\"error\":\"Channel not found\"}");
        }
        SERVED.get("/api/channels/ct1a").is(404, "{\"error\":\"Channel not found\"}");
        SERVED.call("safe", "PATCH", CHANNEL, "{\"enabled\":false}")
                .is(403, "{\"error\":\"This token lacks the scope channels:write.\"}");
        assertThat(SERVED.get("safe", CHANNEL).status()).isEqualTo(200);
        assertThat(SERVED.get("none", CHANNEL).status()).isEqualTo(403);
        assertThat(SERVED.get("unknown", CHANNEL).status()).isEqualTo(401);
    }
}
