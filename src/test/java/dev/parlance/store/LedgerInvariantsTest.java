package dev.parlance.store;

import static dev.parlance.journal.Drafts.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.TenantId;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import dev.parlance.journal.Command;
import dev.parlance.journal.Draft;
import dev.parlance.journal.Drafts;
import dev.parlance.journal.Followers;
import dev.parlance.journal.Ledger;
import dev.parlance.journal.Outcome;
import dev.parlance.journal.Writer;
import dev.parlance.problem.Refusal;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerInvariantsTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

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

    private PostgresLedger ledger() {
        return new PostgresLedger(store.database(), Clock.systemUTC());
    }

    private static Drafts random(Random random) {
        Drafts draft = Drafts.of("c" + random.nextInt(12));
        Draft.MessageDraft[] messages = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> message(
                        null,
                        Author.AI,
                        "t" + random.nextInt(3),
                        START.plusSeconds(random.nextInt(1000)),
                        IntStream.range(0, random.nextInt(4))
                                .mapToObj(n -> use(random))
                                .toArray(Use[]::new)))
                .toArray(Draft.MessageDraft[]::new);
        draft.messages(messages);
        return random.nextInt(3) == 0 ? draft.handoff("to people") : draft;
    }

    private static Use use(Random random) {
        ResourceType type = List.of(ResourceType.values()).get(random.nextInt(3));
        boolean applied = type == ResourceType.ACTION || random.nextBoolean();
        UseKind kind = applied ? UseKind.APPLIED : UseKind.AVAILABLE;
        return new Use(type, "r" + random.nextInt(3), kind, null, null, null, false);
    }

    @Test
    void usesAreSummedUpAsIfCountedAnew() {
        TenantId tenant = store.tenant("sums").id();
        Random random = new Random(20261120);
        for (int round = 0; round < 40; round++) {
            List<Command.Put> puts = random.ints(1 + random.nextInt(6))
                    .mapToObj(seed -> random(new Random(seed)).put())
                    .toList();
            ledger().commit(tenant, puts);
            assertThat(stored.text(totals("resource_total where tenant_id = " + tenant.value())))
                    .as("round " + round)
                    .isEqualTo(stored.text(totals(recounted(tenant))));
            assertThat(stored.text(perConversation("resource_conversation where tenant_id = " + tenant.value())))
                    .isEqualTo(stored.text(perConversation(counted(tenant))));
        }
        assertThat(stored.text("select count(*) from parlance.resource_total where tenant_id = " + tenant.value()))
                .isNotEqualTo("0");
    }

    static String totals(String from) {
        return """
                select string_agg(concat_ws(' ', type, resource_id, conversations, applied_conversations,
                  applied_replies, available_conversations, available_replies, handoffs, first_used_at, last_used_at),
                  ',' order by type, resource_id collate "C") from %s
                """.formatted(from);
    }

    private static String perConversation(String from) {
        return """
                select string_agg(concat_ws(' ', type, resource_id, kind, number, replies, first_used_at, last_used_at),
                  ',' order by type, resource_id collate "C", kind, number) from %s
                """.formatted(from);
    }

    private static String counted(TenantId tenant) {
        return """
                (select type, resource_id, kind, number, count(distinct position) as replies,
                  min(used_at) as first_used_at, max(used_at) as last_used_at
                from (select tenant_id, number, position, type, resource_id, kind, used_at from resource_use
                  union all
                  select tenant_id, number, position, type, resource_id, 0, used_at from resource_use
                  where kind = 1 and type <> 0) u
                where tenant_id = %d group by type, resource_id, kind, number) x
                """.formatted(tenant.value());
    }

    static String recounted(TenantId tenant) {
        return """
                (select u.type, u.resource_id, count(distinct u.number) as conversations,
                  count(distinct u.number) filter (where u.kind = 1) as applied_conversations,
                  count(distinct (u.number, u.position)) filter (where u.kind = 1) as applied_replies,
                  count(distinct u.number) filter (where u.type <> 0) as available_conversations,
                  count(distinct (u.number, u.position)) filter (where u.type <> 0) as available_replies,
                  count(distinct u.number) filter (where c.handed_off) as handoffs,
                  min(u.used_at) as first_used_at, max(u.used_at) as last_used_at
                from resource_use u join conversation c using (tenant_id, number) where tenant_id = %d group by 1, 2) x
                """.formatted(tenant.value());
    }

    @Test
    void numbersHaveNoGapsWhoeverWrites() throws Exception {
        TenantId tenant = store.tenant("gaps").id();
        try (Database other = Database.open(store.address(), 4);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Writer> writers = List.of(
                    new Writer(ledger(), new Followers()),
                    new Writer(new PostgresLedger(other, Clock.systemUTC()), new Followers()));
            List<Future<List<Outcome>>> all = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Writer writer = writers.get(i % 2);
                List<Command.Put> puts = List.of(
                        Drafts.of("own" + i).put(),
                        Drafts.of("shared" + i % 7).subject("s" + i).put());
                all.add(threads.submit(() -> writer.write(tenant, puts)));
            }
            for (Future<List<Outcome>> each : all) {
                assertThat(each.get()).hasSize(2).noneMatch(outcome -> outcome instanceof Outcome.Rejected);
            }
        }
        assertThat(stored.text("select count(*) || ' ' || max(number) from parlance.conversation where tenant_id = "
                        + tenant.value()))
                .isEqualTo("67 67");
        assertThat(stored.text("select (count(*) = max(seq) and max(seq) = (select seq from parlance.tenant where id = "
                        + tenant.value() + "))::text from parlance.journal where tenant_id = " + tenant.value()))
                .isEqualTo("true");
    }

    @Test
    void aKilledConnectionLeavesNothingAndIsTriedAgain() throws Exception {
        TenantId tenant = store.tenant("killed").id();
        try (Connection blocker = store.owner();
                Statement statement = blocker.createStatement();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            blocker.setAutoCommit(false);
            statement.execute("lock table conversation in exclusive mode");
            Future<List<Outcome>> writing = threads.submit(() -> new Writer(ledger(), new Followers())
                    .write(tenant, List.of(Drafts.of("1").put())));
            terminateTheWaiting();
            blocker.rollback();
            assertThat(writing.get()).containsExactly(new Outcome.Created(1));
        }
        assertThat(stored.seqs(tenant)).isEqualTo("1");
        assertThat(stored.text("select count(*) from parlance.workspace where tenant_id = " + tenant.value()))
                .isEqualTo("1");
    }

    @Test
    void aTransactionThatIsKilledTwiceIsGone() throws Exception {
        TenantId tenant = store.tenant("gone").id();
        try (Connection blocker = store.owner();
                Statement statement = blocker.createStatement();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            blocker.setAutoCommit(false);
            statement.execute("lock table conversation in exclusive mode");
            Ledger ledger = ledger();
            Future<?> writing = threads.submit(() -> ledger.commit(
                    tenant, List.of(Drafts.of("1").contact(c -> c.email("e")).put())));
            terminateTheWaiting();
            terminateTheWaiting();
            assertThatThrownBy(writing::get).hasRootCauseInstanceOf(Refusal.class);
            blocker.rollback();
        }
        assertThat(stored.text("select count(*) from parlance.contact where tenant_id = " + tenant.value()))
                .isEqualTo("0");
        assertThat(stored.text("select seq from parlance.tenant where id = " + tenant.value()))
                .isEqualTo("0");
    }

    /// Waits until a writer waits for the lock, in the midst of its transaction, and ends its connection.
    private void terminateTheWaiting() throws InterruptedException {
        String kill = """
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                """;
        while (stored.text(kill).equals("0")) {
            Thread.sleep(20);
        }
    }

    @Test
    void manyWordsTakeSeveralVectors() {
        TenantId tenant = store.tenant("words").id();
        Draft.MessageDraft[] messages = IntStream.range(0, 60)
                .mapToObj(i -> message(
                        Author.CONTACT,
                        IntStream.range(0, 1500)
                                .mapToObj(n -> "wörd%dx%d".formatted(i, n))
                                .reduce("", (a, b) -> a + " " + b)))
                .toArray(Draft.MessageDraft[]::new);
        assertThat(ledger().commit(
                                tenant,
                                List.of(Drafts.of("1").messages(messages).put()))
                        .outcomes())
                .containsExactly(new Outcome.Created(1));
        String from = " from parlance.conversation_words where tenant_id = " + tenant.value();
        assertThat(Integer.parseInt(stored.text("select count(*)" + from))).isGreaterThan(1);
        assertThat(stored.text("select sum(length(words))" + from)).isEqualTo("90000");
    }
}
