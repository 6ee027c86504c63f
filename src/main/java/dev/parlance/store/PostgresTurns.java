package dev.parlance.store;

import dev.parlance.clock.Task;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.TenantId;
import dev.parlance.query.Turns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What comes of messages, in PostgreSQL. A wake that is still there has not been carried out.
final class PostgresTurns implements Turns {
    private static final String FAILED = "responder_failed";

    private final Database database;

    PostgresTurns(Database database) {
        this.database = database;
    }

    @Override
    public boolean isAnswered(TenantId tenant) {
        return database.askOnce(
                Sql.of("select answers from tenant where id = ?", tenant.value()),
                rows -> rows.next() && rows.getBoolean(1));
    }

    /// All as of one moment: a wake that is gone left what it did.
    @Override
    public Optional<Turn> find(TenantId tenant, UUID conversation, UUID message) {
        return database.read(tenant, connection -> {
            Optional<Asked> asked = asked(connection, tenant, conversation, message);
            return asked.isEmpty()
                    ? Optional.<Turn>empty()
                    : Optional.of(asked.get().turn(said(connection, tenant, asked.get().number, message)));
        });
    }

    private record Asked(
            long number,
            boolean pending,
            boolean handedOff,
            @Nullable String failure) {
        Turn turn(List<Message> said) {
            return new Turn(said, pending && said.isEmpty(), handedOff, failure);
        }
    }

    private static Optional<Asked> asked(Connection connection, TenantId tenant, UUID conversation, UUID message)
            throws SQLException {
        return Sql.of("""
                        select m.number,
                          exists (select from scheduled_tasks w where w.task_name = ?
                            and w.task_instance like m.tenant_id || ':' || m.number || ':%'),
                          coalesce(d.handoff_at >= m.at, false),
                          (select i.reason from attention_item i where i.tenant_id = m.tenant_id and i.number = m.number
                            and i.type = ? and i.raised_at >= m.at order by i.raised_at desc limit 1)
                        from conversation c
                        join conversation_detail d on d.tenant_id = c.tenant_id and d.number = c.number
                        join message m on m.tenant_id = c.tenant_id and m.number = c.number and m.id = ?
                        where c.tenant_id = ? and c.id = ?
                        """, Task.ANSWER.word(), FAILED, message, tenant.value(), conversation)
                .ask(connection, rows -> {
                    if (!rows.next()) {
                        return Optional.<Asked>empty();
                    }
                    Cells cells = new Cells(rows);
                    return Optional.of(new Asked(cells.number(), cells.flag(), cells.flag(), cells.findText()));
                });
    }

    /// What the AI said after the message, and after what the contact added to it, before the contact spoke again.
    private static List<Message> said(Connection connection, TenantId tenant, long number, UUID message)
            throws SQLException {
        List<Message> transcript =
                TranscriptRows.read(connection, tenant, List.of(number)).getOrDefault(number, List.of());
        List<Message> said = new ArrayList<>();
        boolean after = false;
        for (Message each : transcript) {
            if (!said.isEmpty() && each.author() == Author.CONTACT) {
                break;
            }
            if (after && each.author() == Author.AI) {
                said.add(each);
            }
            after = after || each.id().equals(message);
        }
        return said;
    }
}
