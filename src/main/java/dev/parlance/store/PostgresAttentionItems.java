package dev.parlance.store;

import dev.parlance.conversation.AttentionItem;
import dev.parlance.conversation.TenantId;
import dev.parlance.query.AttentionItems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Attention items in PostgreSQL.
final class PostgresAttentionItems implements AttentionItems {
    private final Database database;

    PostgresAttentionItems(Database database) {
        this.database = database;
    }

    @Override
    public List<AttentionItem> list(TenantId tenant, Wanted wanted, @Nullable After after, int limit) {
        Sql items = within(select(tenant), wanted.workspace());
        if (wanted.conversation() != null) {
            items = items.and("and c.id = ?", wanted.conversation());
        }
        if (wanted.open() != null) {
            items = items.and(wanted.open() ? "and i.settled_at is null" : "and i.settled_at is not null");
        }
        if (after != null) {
            items = items.and("and (i.raised_at, i.id) < (?, ?)", after.raised(), after.id());
        }
        return database.ask(
                tenant,
                items.and("order by i.raised_at desc, i.id desc limit ?", limit),
                PostgresAttentionItems::items);
    }

    @Override
    public Optional<AttentionItem> find(TenantId tenant, @Nullable UUID workspace, UUID id) {
        Sql one = within(select(tenant), workspace).and("and i.id = ?", id);
        return database.ask(tenant, one, PostgresAttentionItems::items).stream().findFirst();
    }

    private static Sql select(TenantId tenant) {
        return Sql.of("""
                select i.id, c.id, i.type, i.reason, i.raised_at, i.settled_at from attention_item i
                join conversation c on c.tenant_id = i.tenant_id and c.number = i.number
                where i.tenant_id = ?
                """, tenant.value());
    }

    private static Sql within(Sql items, @Nullable UUID workspace) {
        return workspace == null ? items : items.and("and c.workspace_id = ?", workspace);
    }

    private static List<AttentionItem> items(ResultSet rows) throws SQLException {
        List<AttentionItem> items = new ArrayList<>();
        while (rows.next()) {
            Cells cells = new Cells(rows);
            items.add(new AttentionItem(
                    cells.id(), cells.id(), cells.text(), cells.findText(), cells.instant(), cells.findInstant()));
        }
        return items;
    }
}
