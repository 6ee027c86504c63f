package dev.parlance.store;

import static dev.parlance.store.LedgerLifeTest.act;
import static dev.parlance.store.LedgerLifeTest.open;
import static dev.parlance.store.LedgerLifeTest.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.TenantId;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import dev.parlance.journal.Command;
import dev.parlance.journal.Deed;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is blacked out is in no table any more.
class LedgerRedactionTest {
    private static final JsonText ZEBRA = new JsonText("{\"animal\":\"zebra\"}");
    private static final Use REFUND =
            new Use(ResourceType.ACTION, "refund", UseKind.APPLIED, "Refund", ZEBRA, null, false);
    private static final List<String> TABLES = List.of(
            "message",
            "journal",
            "conversation_detail",
            "conversation_words",
            "resource_use",
            "satisfaction",
            "attention_item");

    @Test
    void aRedactedConversationHasItsWordsNowhere() {
        try (StoreFixture store = StoreFixture.open()) {
            TenantId tenant = store.tenant("redacted").id();
            Stored stored = new Stored(store);
            UUID id = UUID.randomUUID();
            List<Command> commands = List.of(
                    open(id, say(Author.CONTACT, "zebra one"), say(Author.AI, "zebra two", REFUND)),
                    act(
                            id,
                            new Deed.Note("zebra three"),
                            new Deed.Describe("zebra four", "zebra five", "zebra six", null, null, null),
                            new Deed.AddCustomData(ZEBRA),
                            new Deed.HandOff(new Handoff("zebra seven", null, null)),
                            new Deed.Rate(1, "zebra eight"),
                            new Deed.RaiseAttention(UUID.randomUUID(), "escalation", "zebra nine")));
            new PostgresLedger(store.database(), Clock.systemUTC()).commit(tenant, commands);
            new PostgresLedger(store.database(), Clock.systemUTC())
                    .commit(tenant, List.of(act(id, new Deed.Redact(null, "asked for"))));
            for (String table : TABLES) {
                assertThat(stored.text("select string_agg(t::text, ' ') from parlance." + table
                                + " t where tenant_id = " + tenant.value()))
                        .as(table)
                        .doesNotContain("zebra");
            }
            assertThat(stored.row(tenant, 1).messages())
                    .extracting(each -> each.text())
                    .containsOnly("[REDACTED]");
        }
    }
}
