package dev.parlance.store;

import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.TenantId;
import dev.parlance.conversation.UseKind;
import dev.parlance.query.ResourceUsage;
import dev.parlance.query.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The reverse lookup, from the rows that are kept per resource and conversation.
public final class PostgresUsage implements ResourceUsage {
    private static final String SUMMARY = """
            select resource_id, conversations, applied_conversations, applied_replies, available_conversations,
              available_replies, handoffs, first_used_at, last_used_at
            """;

    /// The total, and the page's conversations if it has any.
    private static final String PAGE = """
            )
            select total.conversations, c.id, c.number,
              (select m.text from message m where m.tenant_id = c.tenant_id and m.number = c.number
               order by m.position desc limit 1),
              page.replies, page.first_used_at, page.last_used_at
            from total left join (page join conversation c on c.tenant_id = ? and c.number = page.number) on true
            order by page.last_used_at desc, page.number desc
            """;

    private final Database database;

    public PostgresUsage(Database database) {
        this.database = database;
    }

    @Override
    public Lookup conversations(TenantId tenant, @Nullable UUID workspace, Used used, int limit, long offset) {
        UsedRows rows = new UsedRows(tenant, workspace, used.type(), used.span());
        Sql total = workspace == null && used.span().isAlways()
                ? totalEver(tenant, used)
                : Sql.of("select count(*) as conversations from used");
        Sql lookup = Sql.of("with used as (")
                .and(rows.of(used.resourceId(), used.kind()))
                .and(
                        "), page as (select * from used order by last_used_at desc, number desc limit ? offset ?)",
                        limit,
                        offset)
                .and(", total as (")
                .and(total)
                .and(PAGE, tenant.value());
        return database.ask(tenant, lookup, PostgresUsage::lookup);
    }

    /// Counted already: nobody counts a popular resource's conversations for every question.
    private static Sql totalEver(TenantId tenant, Used used) {
        String column = used.kind() == UseKind.APPLIED ? "applied_conversations" : "available_conversations";
        return Sql.of(
                "select coalesce(sum(" + column + "), 0)::bigint as conversations from resource_total"
                        + " where tenant_id = ? and type = ? and resource_id = ?",
                tenant.value(),
                used.type(),
                used.resourceId());
    }

    @Override
    public List<Summary> resources(TenantId tenant, @Nullable UUID workspace, Listing listing) {
        Sql source = workspace == null && listing.span().isAlways()
                ? totals(tenant, listing.type())
                : summed(new UsedRows(tenant, workspace, listing.type(), listing.span()).ofAll());
        Sql after = listing.after() == null
                ? Sql.of("where true")
                : Sql.of(
                        "where last_used_at < ? or (last_used_at = ? and resource_id > ?)",
                        listing.after().lastUsed(),
                        listing.after().lastUsed(),
                        listing.after().resourceId());
        Sql page = Sql.of(SUMMARY + " from (")
                .and(source)
                .and(") resource")
                .and(after)
                .and("order by last_used_at desc, resource_id limit ?", listing.limit());
        return database.ask(tenant, page, PostgresUsage::summaries);
    }

    @Override
    public Optional<Summary> summary(
            TenantId tenant, @Nullable UUID workspace, ResourceType type, String resourceId, Span span) {
        Sql source = workspace == null && span.isAlways()
                ? totals(tenant, type).and("and resource_id = ?", resourceId)
                : summed(new UsedRows(tenant, workspace, type, span).of(resourceId));
        return database.ask(tenant, source, PostgresUsage::summaries).stream().findFirst();
    }

    private static Sql totals(TenantId tenant, ResourceType type) {
        return Sql.of(SUMMARY + " from resource_total where tenant_id = ? and type = ?", tenant.value(), type);
    }

    private static Sql summed(Sql used) {
        return Sql.of("with used as (").and(used).and("""
                        ) select u.resource_id, count(distinct u.number) as conversations,
                          count(*) filter (where u.kind = 1) as applied_conversations,
                          coalesce(sum(u.replies) filter (where u.kind = 1), 0)::bigint as applied_replies,
                          count(*) filter (where u.kind = 0) as available_conversations,
                          coalesce(sum(u.replies) filter (where u.kind = 0), 0)::bigint as available_replies,
                          count(distinct u.number) filter (where c.handed_off) as handoffs,
                          min(u.first_used_at) as first_used_at, max(u.last_used_at) as last_used_at
                        from used u join conversation c on c.tenant_id = u.tenant_id and c.number = u.number
                        group by u.resource_id
                        """);
    }

    private static Lookup lookup(ResultSet rows) throws SQLException {
        List<Hit> hits = new ArrayList<>();
        long total = 0;
        while (rows.next()) {
            Cells cells = new Cells(rows);
            total = cells.number();
            UUID conversation = cells.findId();
            if (conversation != null) {
                hits.add(new Hit(
                        conversation,
                        cells.number(),
                        cells.findText(),
                        cells.number(),
                        cells.instant(),
                        cells.instant()));
            }
        }
        return new Lookup(hits, total);
    }

    private static List<Summary> summaries(ResultSet rows) throws SQLException {
        List<Summary> summaries = new ArrayList<>();
        while (rows.next()) {
            Cells cells = new Cells(rows);
            summaries.add(new Summary(
                    cells.text(),
                    cells.number(),
                    cells.number(),
                    cells.number(),
                    cells.number(),
                    cells.number(),
                    cells.number(),
                    cells.instant(),
                    cells.instant()));
        }
        return summaries;
    }
}
