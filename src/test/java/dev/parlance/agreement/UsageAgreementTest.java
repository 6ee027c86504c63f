package dev.parlance.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.TenantId;
import dev.parlance.conversation.UseKind;
import dev.parlance.journal.Followers;
import dev.parlance.journal.Writer;
import dev.parlance.query.Drafts;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.OracleUsage;
import dev.parlance.query.Page;
import dev.parlance.query.Query;
import dev.parlance.query.RandomRows;
import dev.parlance.query.ResourceUsage;
import dev.parlance.query.Row;
import dev.parlance.query.Sort;
import dev.parlance.query.Span;
import dev.parlance.store.PostgresConversations;
import dev.parlance.store.PostgresLedger;
import dev.parlance.store.PostgresUsage;
import dev.parlance.store.StoreFixture;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The reverse lookup by SQL gives the oracle's answers, while conversations are replaced.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsageAgreementTest {
    private StoreFixture store;
    private Writer writer;
    private TenantId tenant;
    private final Random random = new Random(4);

    @BeforeAll
    void open() {
        store = StoreFixture.open();
        tenant = store.tenant("usage").id();
        writer = new Writer(new PostgresLedger(store.database(), Clock.systemUTC()), new Followers());
        put(tenant, new RandomRows(4).rows(250));
        put(store.tenant("same values").id(), new RandomRows(4).rows(250));
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void lookupsListsAndSummariesAreTheOracles() {
        RandomRows made = new RandomRows(5);
        for (int round = 0; round < 5; round++) {
            List<Row> rows = stored();
            compare(rows, new OracleUsage().with(tenant, rows), new PostgresUsage(store.database()));
            put(tenant, random.longs(25, 1, 250).distinct().mapToObj(made::row).toList());
        }
    }

    private void compare(List<Row> rows, ResourceUsage oracle, ResourceUsage sql) {
        for (int i = 0; i < 40; i++) {
            ResourceType type = pick(List.of(ResourceType.values()));
            String resource = "r" + random.nextInt(4);
            Span span = span(rows);
            UUID workspace = workspace(rows);
            var used = new ResourceUsage.Used(type, resource, pick(List.of(UseKind.values())), span);
            int limit = 1 + random.nextInt(10);
            int offset = random.nextInt(3) * 5;
            assertThat(sql.conversations(tenant, workspace, used, limit, offset))
                    .as("%s in %s from %s", used, workspace, offset)
                    .isEqualTo(oracle.conversations(tenant, workspace, used, limit, offset));
            assertThat(sql.summary(tenant, workspace, type, resource, span))
                    .as("summary of %s %s in %s, %s", type, resource, workspace, span)
                    .isEqualTo(oracle.summary(tenant, workspace, type, resource, span));
            compareLists(oracle, sql, workspace, new ResourceUsage.Listing(type, span, null, 2));
        }
    }

    private void compareLists(
            ResourceUsage oracle, ResourceUsage sql, @Nullable UUID workspace, ResourceUsage.Listing listing) {
        List<ResourceUsage.Summary> page = oracle.resources(tenant, workspace, listing);
        assertThat(sql.resources(tenant, workspace, listing)).as("%s", listing).isEqualTo(page);
        if (!page.isEmpty()) {
            var last = new ResourceUsage.Last(
                    page.getLast().lastUsed(), page.getLast().resourceId());
            compareLists(oracle, sql, workspace, new ResourceUsage.Listing(listing.type(), listing.span(), last, 2));
        }
    }

    private Span span(List<Row> rows) {
        Instant one = moment(rows);
        Instant other = moment(rows);
        return switch (random.nextInt(4)) {
            case 0 -> Span.ALWAYS;
            case 1 -> new Span(one, null);
            case 2 -> new Span(null, one);
            default -> one.isBefore(other) ? new Span(one, other) : new Span(other, one);
        };
    }

    private Instant moment(List<Row> rows) {
        Row row = pick(rows);
        return row.messages().isEmpty()
                ? row.conversation().times().created()
                : pick(row.messages()).at();
    }

    private @Nullable UUID workspace(List<Row> rows) {
        return random.nextInt(3) == 0 ? pick(rows).conversation().workspace().id() : null;
    }

    private void put(TenantId owner, List<Row> rows) {
        writer.write(owner, rows.stream().map(Drafts::put).toList());
    }

    private List<Row> stored() {
        List<Row> rows = new ArrayList<>();
        Query all = Query.of(Filter.EVERYTHING, Sort.oldestFirst(InstantField.CREATED), Page.first(Page.UNLIMITED));
        new PostgresConversations(store.database()).stream(tenant, all.withTranscripts(), rows::add);
        return rows;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
