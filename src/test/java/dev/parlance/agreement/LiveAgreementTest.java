package dev.parlance.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.By;
import dev.parlance.conversation.TenantId;
import dev.parlance.index.IndexedConversations;
import dev.parlance.journal.Command;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Drafts;
import dev.parlance.journal.Followers;
import dev.parlance.journal.Outcome;
import dev.parlance.journal.Stamp;
import dev.parlance.journal.Writer;
import dev.parlance.query.Answer;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.Oracle;
import dev.parlance.query.Page;
import dev.parlance.query.Query;
import dev.parlance.query.RandomQueries;
import dev.parlance.query.Row;
import dev.parlance.query.Sort;
import dev.parlance.store.PostgresConversations;
import dev.parlance.store.PostgresFeed;
import dev.parlance.store.PostgresLedger;
import dev.parlance.store.StoreFixture;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The index gives the oracle's answers while people write.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveAgreementTest {
    private static final Query ALL =
            Query.of(Filter.EVERYTHING, Sort.oldestFirst(InstantField.CREATED), Page.first(Page.UNLIMITED));
    private static final Stamp STAMP = Stamp.of(new By(By.Kind.PERSON, "ann"));

    private StoreFixture store;
    private PostgresConversations sql;
    private IndexedConversations index;
    private Writer writer;

    @BeforeAll
    void open() {
        store = StoreFixture.open();
        sql = new PostgresConversations(store.database());
        index = new IndexedConversations(sql, sql, new PostgresFeed(store.database()));
        Followers followers = new Followers();
        followers.add(index::committed);
        writer = new Writer(new PostgresLedger(store.database(), Clock.systemUTC()), followers);
    }

    @AfterAll
    void close() {
        index.close();
        store.close();
    }

    @Test
    void everyDeedIsSeenByTheNextQuestion() {
        TenantId tenant = store.tenant("deeds").id();
        index.load(tenant);
        RandomDeeds deeds = new RandomDeeds(4);
        int acted = 0;
        for (int round = 0; round < 150; round++) {
            for (int i = 0; i < 4; i++) {
                acted += (int) writer.write(tenant, deeds.next()).stream()
                        .filter(outcome -> outcome instanceof Outcome.Acted)
                        .count();
            }
            agree(tenant, round);
        }
        assertThat(acted).isGreaterThan(700);
    }

    private void agree(TenantId tenant, int round) {
        List<Row> rows = new ArrayList<>();
        sql.stream(tenant, ALL.withTranscripts(), rows::add);
        Oracle oracle = new Oracle().with(tenant, rows);
        RandomQueries queries = new RandomQueries(round, rows);
        for (int i = 0; i < 15; i++) {
            Query query = i % 5 == 0 ? queries.next().withTranscripts() : queries.next();
            assertThat(index.answer(tenant, query)).as("%s", query).isEqualTo(oracle.answer(tenant, query));
        }
    }

    @Test
    void nobodySeesHalfACommit() throws Exception {
        TenantId tenant = store.tenant("halves").id();
        List<UUID> ids = List.of(UUID.randomUUID(), UUID.randomUUID());
        for (UUID id : ids) {
            writer.write(
                    tenant,
                    List.of(new Command.Open(
                            Drafts.of(id.toString()).id(id).draft(), List.of(new Deed.Note("begun")), STAMP)));
        }
        index.load(tenant);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> reading = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                reading.add(readers.submit(() -> read(tenant)));
            }
            boolean tagged = false;
            while (reading.stream().anyMatch(each -> !each.isDone())) {
                tagged = !tagged;
                writer.write(tenant, tag(ids, tagged));
            }
            for (Future<Integer> each : reading) {
                assertThat(each.get()).isPositive();
            }
        }
    }

    private static List<Command> tag(List<UUID> ids, boolean tagged) {
        Set<String> tag = Set.of("both");
        Deed deed = tagged ? new Deed.Tag(tag, Set.of()) : new Deed.Tag(Set.of(), tag);
        return ids.stream()
                .<Command>map(id -> new Command.Act(Command.Target.of(id), List.of(deed), STAMP))
                .toList();
    }

    /// How often both had the tag.
    private int read(TenantId tenant) {
        int both = 0;
        Query query = Query.of(new Filter.Tagged("both"), Sort.newestFirst(InstantField.UPDATED), Page.first(10));
        for (int i = 0; i < 400; i++) {
            Answer answer = index.answer(tenant, query.counted());
            assertThat(answer.total().orElseThrow())
                    .isIn(0L, 2L)
                    .isEqualTo(answer.rows().size());
            assertThat(answer.rows())
                    .allSatisfy(row -> assertThat(row.conversation().tags()).containsExactly("both"));
            both += answer.rows().size() / 2;
        }
        return both;
    }
}
