package dev.parlance.dialect.ohallo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.StableId;
import dev.parlance.dialect.Sample;
import dev.parlance.dialect.Served;
import dev.parlance.journal.Deed;
import dev.parlance.tenant.Desk;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class WholeConversationTest {
    private static final Served SERVED = Served.of(OHallo::dialect, Shelf.rows());
    private static final String PATH = "/api/conversations/" + Sample.id(1);
    private static final UUID ITEM = new UUID(1, 1);

    static {
        SERVED.doors()
                .desk()
                .act(
                        Served.access("full"),
                        Sample.id(1),
                        List.of(new Deed.RaiseAttention(ITEM, "human_requested", "Asked twice.")),
                        Desk.stamp(Served.access("full"), null));
    }

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void aConversationComesWithContactAccountMessagesAndAttentionItems() {
        JsonNode whole = SERVED.get(PATH).json();
        assertThat(whole.get("status").stringValue()).isEqualTo("waiting");
        assertThat(whole.get("summary").stringValue()).isEqualTo("Asks for café delivery.");
        assertThat(whole.at("/contact/email").stringValue()).isEqualTo("mara@example.com");
        assertThat(whole.at("/contact/id")).isEqualTo(whole.get("contactId"));
        assertThat(whole.at("/contact/resolutionStatus").stringValue()).isEqualTo("crm_resolved");
        assertThat(whole.at("/account/name").stringValue()).isEqualTo("Ferrum");
        assertThat(whole.at("/account/id").stringValue())
                .isEqualTo(StableId.company("Ferrum").toString());
        assertThat(whole.at("/attentionItems/0/id").stringValue()).isEqualTo(ITEM.toString());
        assertThat(whole.at("/attentionItems/0/reason").stringValue()).isEqualTo("Asked twice.");
        assertThat(whole.get("messages"))
                .isEqualTo(SERVED.get(PATH + "/messages").json());
    }

    @Test
    void messagesComeOldestFirst() {
        JsonNode messages = SERVED.get(PATH + "/messages").json();
        assertThat(messages.values().stream().map(each -> each.get("role").stringValue()))
                .containsExactly("customer", "agent");
        assertThat(messages.at("/0/content").stringValue()).isEqualTo("When does it arrive?");
        assertThat(messages.at("/1/createdAt").stringValue()).isEqualTo("2026-03-25T11:42:00.000Z");
        SERVED.get("/api/conversations/" + Sample.id(2) + "/messages").is(200, "[]");
    }

    @Test
    void withoutContactAndMessagesTheyAreNull() {
        JsonNode whole = SERVED.get("/api/conversations/" + Sample.id(2)).json();
        assertThat(whole.get("contact").isNull()).isTrue();
        assertThat(whole.get("account").isNull()).isTrue();
        assertThat(whole.get("messages").isEmpty()).isTrue();
        assertThat(whole.get("attentionItems").isEmpty()).isTrue();
    }

    @Test
    void whatWasSaidIsLeftOutForATokenThatMayNotSeeIt() {
        JsonNode whole = SERVED.get("safe", PATH).json();
        assertThat(whole.propertyNames()).doesNotContain("summary", "messages").contains("contact", "attentionItems");
        assertThat(whole.at("/attentionItems/0").propertyNames()).doesNotContain("reason");
        SERVED.get("safe", PATH + "/messages")
                .is(403, "{\"error\":\"This token lacks the scope conversations:read_sensitive.\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/messages"})
    void unknownAndForeignConversationsAreNotFound(String what) {
        SERVED.get("/api/conversations/nothing" + what).is(404, "{\"error\":\"Conversation not found\"}");
        SERVED.get("/api/conversations/0f0f0f0f-0000-4000-8000-000000000000" + what)
                .is(404, "{\"error\":\"Conversation not found\"}");
        SERVED.get("other", PATH + what).is(404, "{\"error\":\"Conversation not found\"}");
        SERVED.get("north", PATH + what).is(404, "{\"error\":\"Conversation not found\"}");
        assertThat(SERVED.get("none", PATH + what).status()).isEqualTo(403);
        assertThat(SERVED.get("unknown", PATH + what).status()).isEqualTo(401);
    }
}
