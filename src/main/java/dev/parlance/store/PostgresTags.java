package dev.parlance.store;

import dev.parlance.conversation.CatalogTag;
import dev.parlance.conversation.TenantId;
import dev.parlance.query.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The catalog of tags in PostgreSQL.
final class PostgresTags implements Tags {
    private final Database database;

    PostgresTags(Database database) {
        this.database = database;
    }

    @Override
    public List<Kept> list(TenantId tenant) {
        Sql all = Sql.of("""
                select name, description, excluded, category, created_at, updated_at from tag
                where tenant_id = ? order by name
                """, tenant.value());
        return database.ask(tenant, all, PostgresTags::tags);
    }

    private static List<Kept> tags(ResultSet rows) throws SQLException {
        List<Kept> tags = new ArrayList<>();
        while (rows.next()) {
            Cells cells = new Cells(rows);
            CatalogTag tag = new CatalogTag(cells.text(), cells.findText(), cells.flag(), cells.findId());
            tags.add(new Kept(tag, cells.instant(), cells.instant()));
        }
        return tags;
    }
}
