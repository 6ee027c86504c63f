package dev.parlance.store;

import dev.parlance.conversation.By;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Change;
import dev.parlance.journal.Chronicle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The journal in PostgreSQL.
public final class PostgresChronicle implements Chronicle {
    private static final String SELECT =
            "select seq, at, kind, number, subject, by_kind, by_id, detail from journal where tenant_id = ? and ";

    private final Database database;

    public PostgresChronicle(Database database) {
        this.database = database;
    }

    @Override
    public List<Change> timeline(TenantId tenant, long number) {
        Sql timeline = Sql.of(
                SELECT + "number = ? and by_kind is not null and kind <> ? order by seq",
                tenant.value(),
                number,
                Change.Kind.MESSAGE_ADDED);
        return database.ask(tenant, timeline, PostgresChronicle::changes);
    }

    @Override
    public List<Change> after(TenantId tenant, long seq, int limit) {
        Sql entries = Sql.of(SELECT + "seq > ? order by seq limit ?", tenant.value(), seq, limit);
        return database.ask(tenant, entries, PostgresChronicle::changes);
    }

    private static List<Change> changes(ResultSet rows) throws SQLException {
        List<Change> changes = new ArrayList<>();
        while (rows.next()) {
            Cells cells = new Cells(rows);
            changes.add(new Change(
                    cells.number(),
                    cells.instant(),
                    cells.word(Change.Kind.values()),
                    cells.findNumber(),
                    cells.findId(),
                    by(cells),
                    cells.findJson()));
        }
        return changes;
    }

    private static @Nullable By by(Cells cells) throws SQLException {
        By.Kind kind = cells.findWord(By.Kind.values());
        String id = cells.findText();
        return kind == null || id == null ? null : new By(kind, id);
    }
}
