package dev.parlance.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parlance.conversation.TenantId;
import dev.parlance.index.IndexedConversations;
import dev.parlance.intake.Importer;
import dev.parlance.intake.Progress;
import dev.parlance.intake.Rejections;
import dev.parlance.intake.mapping.Mapping;
import dev.parlance.journal.Command;
import dev.parlance.journal.Followers;
import dev.parlance.journal.Outcome;
import dev.parlance.journal.Writer;
import dev.parlance.query.Answer;
import dev.parlance.query.Conversations;
import dev.parlance.query.Drafts;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.Oracle;
import dev.parlance.query.Page;
import dev.parlance.query.Query;
import dev.parlance.query.RandomQueries;
import dev.parlance.query.RandomRows;
import dev.parlance.query.Row;
import dev.parlance.query.Sort;
import dev.parlance.store.PostgresConversations;
import dev.parlance.store.PostgresFeed;
import dev.parlance.store.PostgresLedger;
import dev.parlance.store.StoreFixture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Whoever answers a question, by SQL or from the index, gives the oracle's answer: members, order, pages and totals.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementTest {
    private static final Query ALL =
            Query.of(Filter.EVERYTHING, Sort.oldestFirst(InstantField.CREATED), Page.first(Page.UNLIMITED));

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
    void whatIsPutIsWhatIsThere() {
        TenantId tenant = store.tenant("put").id();
        List<Row> rows = new RandomRows(11).rows(300);
        put(tenant, rows);
        assertThat(stored(tenant)).hasSameSizeAs(rows);
        assertThat(stored(tenant).stream().map(row -> row.conversation().tags()))
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(row -> row.conversation().tags()).toList());
    }

    @Test
    void sqlGivesTheOraclesAnswers() {
        TenantId tenant = store.tenant("sql").id();
        put(tenant, new RandomRows(1).rows(350));
        put(store.tenant("same values").id(), new RandomRows(1).rows(350));
        agree(sql, tenant, new RandomQueries(1, stored(tenant)), 1_500);
    }

    @Test
    void theIndexGivesTheOraclesAnswersWhileConversationsChange() {
        TenantId tenant = store.tenant("index").id();
        RandomRows made = new RandomRows(2);
        put(tenant, made.rows(350));
        put(store.tenant("same values again").id(), new RandomRows(2).rows(350));
        index.load(tenant);
        Random random = new Random(2);
        for (int round = 0; round < 20; round++) {
            agree(index, tenant, new RandomQueries(round, stored(tenant)), 60);
            put(tenant, random.longs(10, 1, 350).distinct().mapToObj(made::row).toList());
        }
    }

    @Test
    void anotherProcesssWritesAreSeenAtOnce() {
        TenantId tenant = store.tenant("two writers").id();
        RandomRows made = new RandomRows(3);
        put(tenant, made.rows(100));
        index.load(tenant);
        Writer other = new Writer(new PostgresLedger(store.database(), Clock.systemUTC()), new Followers());
        for (int round = 0; round < 20; round++) {
            other.write(tenant, List.of(Drafts.put(made.row(101 + round))));
            Answer answer = index.answer(tenant, ALL.counted());
            assertThat(answer.total()).hasValue(101L + round);
        }
    }

    @Test
    void theSamplesAnswersAgreeToo() throws IOException {
        TenantId tenant = store.tenant("sample").id();
        try (InputStream sample = getClass().getResourceAsStream("/dev/parlance/sample/conversations.ndjson")) {
            take(tenant, Objects.requireNonNull(sample), null);
        }
        assertThat(stored(tenant)).hasSizeGreaterThan(200);
        agreeBothWays(tenant, 300);
    }

    @Test
    void realConversationsAgreeToo() throws IOException {
        Path file = Path.of("..", "shared", "data", "tau_bench", "gpt-4o-airline.json.gz");
        assumeTrue(Files.exists(file), "the data sets are not here");
        TenantId tenant = store.tenant("tau").id();
        try (InputStream airline = Files.newInputStream(file)) {
            take(tenant, airline, Mapping.get("openai-chat"));
        }
        assertThat(stored(tenant)).hasSize(200);
        agreeBothWays(tenant, 300);
    }

    private void agreeBothWays(TenantId tenant, int count) {
        index.load(tenant);
        agree(sql, tenant, new RandomQueries(5, stored(tenant)), count);
        agree(index, tenant, new RandomQueries(6, stored(tenant)), count);
    }

    private void take(TenantId tenant, InputStream records, @Nullable Mapping mapping) throws IOException {
        try (Rejections rejections = new Rejections(null)) {
            Importer importer = new Importer(batch -> writer.write(tenant, batch), rejections, Progress.silent());
            assertThat(importer.run(List.of("-"), mapping, records).counts().rejected())
                    .isZero();
        }
    }

    @Test
    void whatChangesOnATeamOrContactIsSeenOnEveryConversationOfIt() {
        TenantId tenant = store.tenant("team and contact").id();
        writer.write(tenant, List.of(met("1", "Ana", "first line"), met("2", "Ana", "first line")));
        index.load(tenant);
        for (String said : List.of("before", "after")) {
            assertThat(index.answer(tenant, ALL).rows())
                    .hasSizeGreaterThan(1)
                    .isEqualTo(sql.answer(tenant, ALL).rows());
            writer.write(tenant, List.of(met("3", "Ana " + said, "second line " + said)));
        }
        assertThat(index.answer(tenant, ALL).rows())
                .extracting(
                        row -> Objects.requireNonNull(row.conversation().team()).description())
                .containsOnly("second line after");
        assertThat(index.answer(tenant, ALL).rows())
                .extracting(row ->
                        Objects.requireNonNull(row.conversation().contact()).name())
                .containsOnly("Ana after");
    }

    private static Command.Put met(String sourceId, String name, String description) {
        return dev.parlance.journal.Drafts.of(sourceId)
                .contact(person -> person.externalId("a").name(name))
                .team(null, "support", description)
                .put();
    }

    private void agree(Conversations conversations, TenantId tenant, RandomQueries queries, int count) {
        List<Row> rows = stored(tenant);
        Oracle oracle = new Oracle().with(tenant, rows);
        for (int i = 0; i < count; i++) {
            Query query = i % 10 == 0 ? queries.next().withTranscripts() : queries.next();
            assertThat(conversations.answer(tenant, query)).as("%s", query).isEqualTo(oracle.answer(tenant, query));
        }
    }

    private void put(TenantId tenant, List<Row> rows) {
        List<Command.Put> puts = rows.stream().map(Drafts::put).toList();
        List<Outcome> outcomes = writer.write(tenant, puts);
        assertThat(outcomes).noneMatch(outcome -> outcome instanceof Outcome.Rejected);
    }

    private List<Row> stored(TenantId tenant) {
        List<Row> rows = new ArrayList<>();
        sql.stream(tenant, ALL.withTranscripts(), rows::add);
        return rows;
    }
}
