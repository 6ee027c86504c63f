package dev.parlance.store;

import dev.parlance.conversation.TenantId;
import dev.parlance.query.Satisfaction;
import java.util.Optional;

/// Contacts' satisfaction in PostgreSQL.
final class PostgresSatisfaction implements Satisfaction {
    private final Database database;

    PostgresSatisfaction(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Score> find(TenantId tenant, long number) {
        Sql one = Sql.of("""
                select id, score, comment, created_at, updated_at from satisfaction where tenant_id = ? and number = ?
                """, tenant.value(), number);
        return database.ask(tenant, one, rows -> {
            if (!rows.next()) {
                return Optional.<Score>empty();
            }
            Cells cells = new Cells(rows);
            return Optional.of(
                    new Score(cells.id(), cells.whole(), cells.findText(), cells.instant(), cells.instant()));
        });
    }
}
