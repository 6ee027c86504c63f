package dev.parlance.store;

import static dev.parlance.journal.Drafts.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Command;
import dev.parlance.journal.Committed;
import dev.parlance.journal.Drafts;
import dev.parlance.journal.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private StoreFixture store;
    private Stored stored;

    @BeforeAll
    void open() {
        store = StoreFixture.open();
        stored = new Stored(store);
    }

    @AfterAll
    void close() {
        store.close();
    }

    private Committed commit(TenantId tenant, Command... commands) {
        return commitAt(NOON, tenant, commands);
    }

    private Committed commitAt(Instant now, TenantId tenant, Command... commands) {
        return new PostgresLedger(store.database(), Clock.fixed(now, ZoneOffset.UTC)).commit(tenant, List.of(commands));
    }

    @Test
    void whatIsPutIsReadBackWhole() {
        TenantId tenant = store.tenant("whole").id();
        Drafts draft = Drafts.of("1")
                .subject("Parcel \"late\" \\ again")
                .tags("a,b", "{x}", "quote\"")
                .customData("{\"plan\":\"free\"}")
                .contact(c -> c.email("Ann@Example.com").name("Ann").company("Acme"))
                .team(null, "Care", "people")
                .messages(message(Author.CONTACT, "It doesn't arrive"), message(Author.AI, "I look"));
        assertThat(commit(tenant, draft.put())).isEqualTo(new Committed(1, List.of(new Outcome.Created(1))));
        var row = stored.row(tenant, 1);
        Conversation conversation = row.conversation();
        assertThat(conversation.words().subject()).isEqualTo("Parcel \"late\" \\ again");
        assertThat(conversation.tags()).containsExactly("a,b", "{x}", "quote\"");
        assertThat(conversation.links().userId()).isEqualTo("Ann@Example.com");
        assertThat(Objects.requireNonNull(conversation.contact()).company()).isNotNull();
        assertThat(conversation.times().completed()).isEqualTo(NOON.plusSeconds(1));
        assertThat(row.messages()).extracting(each -> each.text()).containsExactly("It doesn't arrive", "I look");
        assertThat(stored.text("select string_agg(words::text, '') from parlance.conversation_words"))
                .contains("'" + tenant.value() + " doesn''t'", "'" + tenant.value() + " late'");
    }

    @Test
    void theSameAgainTouchesNothing() {
        TenantId tenant = store.tenant("same").id();
        Drafts draft = Drafts.of("1")
                .contact(c -> c.phone("+1"))
                .tags("x")
                .messages(message(Author.CONTACT, "hello"), message(Author.AI, "hello"));
        commit(tenant, draft.put());
        String before = stored.versions(tenant);
        assertThat(commitAt(NOON.plus(Duration.ofDays(1)), tenant, draft.put()))
                .isEqualTo(new Committed(1, List.of(new Outcome.Unchanged(1))));
        assertThat(stored.versions(tenant)).isEqualTo(before);
    }

    @Test
    void aReplacedConversationLosesWhatIsAbsentNow() {
        TenantId tenant = store.tenant("replaced").id();
        commit(
                tenant,
                Drafts.of("1")
                        .subject("old")
                        .tags("x")
                        .messages(message(Author.CONTACT, "zebra"))
                        .put());
        Instant later = NOON.plusSeconds(60);
        assertThat(commitAt(later, tenant, Drafts.of("1").summary("new").put()))
                .isEqualTo(new Committed(2, List.of(new Outcome.Updated(1))));
        Conversation conversation = stored.row(tenant, 1).conversation();
        assertThat(conversation.words().subject()).isNull();
        assertThat(conversation.tags()).isEmpty();
        assertThat(conversation.times().updated()).isEqualTo(later);
        assertThat(conversation.times().created()).isEqualTo(NOON);
        assertThat(stored.text("select count(*) from parlance.message where tenant_id = " + tenant.value()))
                .isEqualTo("0");
        assertThat(stored.text("select string_agg(words::text, '') from parlance.conversation_words where tenant_id = "
                        + tenant.value()))
                .contains("new")
                .doesNotContain("zebra");
    }

    @Test
    void rejectedRecordsStopNoOthersAndTakeNoNumbers() {
        TenantId tenant = store.tenant("rejected").id();
        UUID id = UUID.randomUUID();
        Committed committed = commit(
                tenant,
                Drafts.of("1").id(id).number(5).put(),
                Drafts.of("2").id(id).contact(c -> c.email("lost@x.org")).put(),
                Drafts.of("3").number(5).put(),
                Drafts.of("4").put(),
                Drafts.of("1").id(id).number(7).put(),
                Drafts.of("5").subject("nul \0 here").put(),
                Drafts.of("x".repeat(5000) + UUID.randomUUID()).put(),
                Drafts.of("7").put());
        assertThat(committed.seq()).isEqualTo(3 + extra(committed));
        assertThat(committed.outcomes().subList(0, 6))
                .containsExactly(
                        new Outcome.Created(5),
                        new Outcome.Rejected("id", "belongs to another conversation"),
                        new Outcome.Rejected("ticket_number", "is taken by another conversation"),
                        new Outcome.Created(6),
                        new Outcome.Rejected("ticket_number", "differs from the one that the conversation has already"),
                        new Outcome.Rejected("record", "holds a value that cannot be stored (SQL state 22021)"));
        assertThat(stored.text("select count(*) from parlance.contact where tenant_id = " + tenant.value()))
                .isEqualTo("0");
        assertThat(stored.seqs(tenant)).isEqualTo("1,2,3" + (extra(committed) == 0 ? "" : ",4"));
    }

    /// A long, repetitive key may compress into an index.
    private static int extra(Committed committed) {
        return committed.outcomes().get(6) instanceof Outcome.Created ? 1 : 0;
    }
}
