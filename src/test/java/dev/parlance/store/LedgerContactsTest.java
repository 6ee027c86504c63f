package dev.parlance.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Command;
import dev.parlance.journal.Drafts;
import dev.parlance.journal.Drafts.People;
import dev.parlance.journal.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerContactsTest {
    private StoreFixture store;
    private Stored stored;
    private PostgresLedger ledger;

    @BeforeAll
    void open() {
        store = StoreFixture.open();
        stored = new Stored(store);
        ledger = new PostgresLedger(
                store.database(), Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));
    }

    @AfterAll
    void close() {
        store.close();
    }

    private List<Outcome> commit(TenantId tenant, Command... commands) {
        return ledger.commit(tenant, List.of(commands)).outcomes();
    }

    private static Command with(String sourceId, UnaryOperator<People> contact) {
        return Drafts.of(sourceId).contact(contact).put();
    }

    private Contact contact(TenantId tenant, long number) {
        return Objects.requireNonNull(stored.row(tenant, number).conversation().contact());
    }

    @Test
    void theSameEmailIsTheSameContactInAndAcrossBatches() {
        TenantId tenant = store.tenant("email").id();
        commit(
                tenant,
                with("1", c -> c.email("Ann@X.org").name("Ann")),
                with("2", c -> c.email("ann@x.org").phone("+1")));
        commit(tenant, with("3", c -> c.phone("+1").name("Anna").company("Acme")));
        assertThat(contact(tenant, 1)).isEqualTo(contact(tenant, 2)).isEqualTo(contact(tenant, 3));
        assertThat(contact(tenant, 1))
                .extracting(Contact::name, Contact::email, Contact::phone)
                .containsExactly("Anna", "ann@x.org", "+1");
    }

    @Test
    void anExternalIdJoinsAndKeepsApart() {
        TenantId tenant = store.tenant("external").id();
        commit(tenant, with("1", c -> c.email("info@x.org")));
        commit(tenant, with("2", c -> c.externalId("a").email("info@x.org")));
        commit(tenant, with("3", c -> c.externalId("b").email("info@x.org")));
        commit(tenant, with("4", c -> c.id("b")));
        assertThat(contact(tenant, 2)).isEqualTo(contact(tenant, 1));
        assertThat(contact(tenant, 3).id()).isNotEqualTo(contact(tenant, 1).id());
        assertThat(contact(tenant, 4)).isEqualTo(contact(tenant, 3));
    }

    @Test
    void aUuidIsItsOwnContactWhoeverSharesItsEmail() {
        TenantId tenant = store.tenant("uuid").id();
        String id = UUID.randomUUID().toString();
        commit(
                tenant,
                with("1", c -> c.email("e@x.org")),
                with("2", c -> c.id(id).email("e@x.org")));
        assertThat(contact(tenant, 2).id())
                .hasToString(id)
                .isNotEqualTo(contact(tenant, 1).id());
        assertThat(commit(
                        tenant,
                        with("3", c -> c.id(id).externalId("k")),
                        with("4", c -> c.id(UUID.randomUUID().toString()).externalId("other"))))
                .containsExactly(new Outcome.Created(3), new Outcome.Created(4));
        assertThat(commit(tenant, with("5", c -> c.id(id).externalId("other"))))
                .containsExactly(new Outcome.Rejected("contact.external_id", "belongs to another contact"));
    }

    @Test
    void aKeyThatWentAwayUncoversWhoElseHadIt() {
        TenantId tenant = store.tenant("uncovered").id();
        String first = "00000000-0000-4000-8000-000000000001";
        String second = "00000000-0000-4000-8000-000000000002";
        commit(
                tenant,
                with("1", c -> c.id(first).email("s@x.org")),
                with("2", c -> c.id(second).email("s@x.org")));
        commit(tenant, with("3", c -> c.id(first).email("n@x.org")), with("4", c -> c.email("s@x.org")));
        assertThat(contact(tenant, 4).id()).hasToString(second);
        commit(tenant, with("5", c -> c.id(second).email("z@x.org")), with("6", c -> c.email("s@x.org")));
        assertThat(contact(tenant, 6).id().toString()).isNotIn(first, second);
    }

    @Test
    void aContactsChangeIsInTheJournalAndRewritesNothingElse() {
        TenantId tenant = store.tenant("journal").id();
        commit(tenant, with("1", c -> c.externalId("k").name("Ann")), with("2", c -> c.externalId("k")));
        String words = "select words::text from parlance.contact where tenant_id = " + tenant.value();
        String rows = "select string_agg(xmin::text, ',' order by number) from parlance.conversation where number = 1"
                + " and tenant_id = " + tenant.value();
        String before = stored.text(rows);
        assertThat(commit(tenant, with("2", c -> c.externalId("k").name("Zoë"))))
                .containsExactly(new Outcome.Updated(2));
        assertThat(stored.text(rows)).isEqualTo(before);
        assertThat(stored.text(words)).isEqualTo("{zoe}");
        assertThat(stored.text(
                        "select string_agg(kind::text, ',' order by seq) from parlance.journal where tenant_id = "
                                + tenant.value()))
                .isEqualTo("0,0,1,2");
    }

    @Test
    void aFileWithTwoOpinionsOfAContactIsUnchangedTheSecondTime() {
        TenantId tenant = store.tenant("opinions").id();
        Command[] file = {
            with("1", c -> c.externalId("k").name("A")),
            with("2", c -> c.externalId("k").name("B"))
        };
        commit(tenant, file);
        assertThat(contact(tenant, 1).name()).isEqualTo("B");
        assertThat(commit(tenant, file)).containsExactly(new Outcome.Unchanged(1), new Outcome.Unchanged(2));
    }

    @Test
    void externalIdsCanBeExchanged() {
        TenantId tenant = store.tenant("exchange").id();
        String one = UUID.randomUUID().toString();
        String two = UUID.randomUUID().toString();
        commit(
                tenant,
                with("1", c -> c.id(one).externalId("a")),
                with("2", c -> c.id(two).externalId("b")));
        assertThat(commit(
                        tenant,
                        with("3", c -> c.id(one).externalId("c")),
                        with("4", c -> c.id(two).externalId("a")),
                        with("5", c -> c.id(one).externalId("b"))))
                .allMatch(outcome -> outcome instanceof Outcome.Created);
        assertThat(contact(tenant, 1).externalId()).isEqualTo("b");
    }

    @Test
    void teamsAreMadeByNameAndRenamedById() {
        TenantId tenant = store.tenant("teams").id();
        String id = UUID.randomUUID().toString();
        commit(
                tenant,
                Drafts.of("1").team(null, "Care", "all").put(),
                Drafts.of("2").team(id, "Sales", null).put());
        assertThat(commit(tenant, Drafts.of("3").team(id, "Care", null).put()))
                .containsExactly(new Outcome.Rejected("team.name", "belongs to a team of another id"));
        commit(
                tenant,
                Drafts.of("4").team(id, "Key accounts", null).put(),
                Drafts.of("5").team(null, "Care", null).put());
        assertThat(stored.text(
                        "select string_agg(name || coalesce(description, ''), ',' order by name) from parlance.team"
                                + " where tenant_id = " + tenant.value()))
                .isEqualTo("Careall,Key accounts");
        assertThat(stored.text(
                        "select count(*) from parlance.journal where kind = 3 and tenant_id = " + tenant.value()))
                .isEqualTo("1");
    }
}
