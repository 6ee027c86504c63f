package dev.parlance.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.AttentionItem;
import dev.parlance.conversation.By;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Command;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Drafts;
import dev.parlance.journal.Stamp;
import dev.parlance.query.AttentionItems;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AttentionItemsTest {
    private static final StoreFixture STORE = StoreFixture.open();
    private static final TenantId TENANT = STORE.tenant("own").id();
    private static final TenantId OTHER = STORE.tenant("other").id();
    private static final AttentionItems ITEMS = new PostgresAttentionItems(STORE.database());
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);
    private static final UUID THIRD = new UUID(1, 3);
    private static final UUID ONE = new UUID(4, 1);
    private static final UUID TWO = new UUID(4, 2);
    private static final UUID NORTH = StableId.workspace("north");

    static {
        List<Command> commands = List.of(
                Drafts.of("1").id(ONE).place("north", Channel.WEB, null).put(),
                Drafts.of("2").id(TWO).place("south", Channel.WEB, null).put(),
                act(ONE, new Deed.RaiseAttention(FIRST, "human_requested", "asked twice")),
                act(TWO, new Deed.RaiseAttention(SECOND, "escalation", null)),
                act(TWO, new Deed.RaiseAttention(THIRD, "escalation", null)),
                act(TWO, new Deed.SettleAttention(SECOND)));
        new PostgresLedger(STORE.database(), Clock.systemUTC()).commit(TENANT, commands);
    }

    private static Command act(UUID conversation, Deed deed) {
        return new Command.Act(Command.Target.of(conversation), List.of(deed), Stamp.of(By.system("test")));
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void itemsComeNewestFirst() {
        assertThat(ids(AttentionItems.Wanted.EVERYTHING)).containsExactly(THIRD, SECOND, FIRST);
        assertThat(ids(new AttentionItems.Wanted(NORTH, null, null))).containsExactly(FIRST);
        assertThat(ids(new AttentionItems.Wanted(null, TWO, null))).containsExactly(THIRD, SECOND);
        assertThat(ids(new AttentionItems.Wanted(null, TWO, true))).containsExactly(THIRD);
        assertThat(ids(new AttentionItems.Wanted(null, null, false))).containsExactly(SECOND);
    }

    @Test
    void aPageFollowsTheOneBefore() {
        AttentionItem newest =
                ITEMS.list(TENANT, AttentionItems.Wanted.EVERYTHING, null, 1).getFirst();
        assertThat(ITEMS.list(TENANT, AttentionItems.Wanted.EVERYTHING, AttentionItems.After.of(newest), 1))
                .extracting(AttentionItem::id)
                .containsExactly(SECOND);
    }

    @Test
    void anItemIsReadWhole() {
        assertThat(ITEMS.find(TENANT, null, FIRST)).hasValueSatisfying(item -> {
            assertThat(item.conversation()).isEqualTo(ONE);
            assertThat(item.type()).isEqualTo("human_requested");
            assertThat(item.reason()).isEqualTo("asked twice");
            assertThat(item.settled()).isNull();
        });
        assertThat(ITEMS.find(TENANT, NORTH, SECOND)).isEmpty();
        assertThat(ITEMS.find(OTHER, null, FIRST)).isEmpty();
    }

    private static List<UUID> ids(AttentionItems.Wanted wanted) {
        return ITEMS.list(TENANT, wanted, null, 10).stream()
                .map(AttentionItem::id)
                .toList();
    }
}
