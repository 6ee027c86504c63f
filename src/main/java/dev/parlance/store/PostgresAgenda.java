package dev.parlance.store;

import dev.parlance.clock.Agenda;
import dev.parlance.clock.Task;
import dev.parlance.clock.Wake;

/// The table of what is due.
public final class PostgresAgenda implements Agenda {
    private final Database database;

    public PostgresAgenda(Database database) {
        this.database = database;
    }

    @Override
    public boolean isOvertaken(Task task, Wake wake) {
        String conversation = wake.tenant().value() + ":" + wake.number() + ":";
        Sql later = Sql.of("""
                select exists (select from scheduled_tasks where task_name = ? and task_instance like ?
                  and split_part(task_instance, ':', 3)::bigint > ?)
                """, task.word(), conversation + "%", wake.mark());
        return database.askOnce(later, rows -> rows.next() && rows.getBoolean(1));
    }
}
