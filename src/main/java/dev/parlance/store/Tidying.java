package dev.parlance.store;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.parlance.conversation.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Forgets, every hour, the receipts under which nobody will ask again.
final class Tidying {
    static final Duration KEPT = Duration.ofDays(7);

    private static final Duration EVERY = Duration.ofHours(1);

    private final Database database;

    Tidying(Database database) {
        this.database = database;
    }

    RecurringTask<Void> task() {
        return Tasks.recurring("tidy", Schedules.fixedDelay(EVERY))
                .execute((instance, context) -> forget(Instant.now().minus(KEPT)));
    }

    /// Row security shows one tenant's receipts at a time.
    void forget(Instant before) {
        List<TenantId> tenants = database.askOnce(Sql.of("select id from tenant order by id"), rows -> {
            List<TenantId> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(new TenantId(rows.getInt(1)));
            }
            return ids;
        });
        for (TenantId tenant : tenants) {
            Sql old = Sql.of("delete from receipt where tenant_id = ? and at < ?", tenant.value(), before);
            database.write(tenant, old::change);
        }
    }
}
