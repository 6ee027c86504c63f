package dev.parlance.store;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Team;
import dev.parlance.journal.Change;
import java.sql.Connection;
import java.sql.SQLException;

/// A transaction's new entries of the tenant's journal.
final class Journal {
    private final Counters counters;
    private final Columns entries = new Columns();

    Journal(Counters counters) {
        this.counters = counters;
    }

    void conversation(Slot slot) {
        slot.seq(counters.takeSeq());
        Change.Kind kind = slot.before() == null ? Change.Kind.CONVERSATION_CREATED : Change.Kind.CONVERSATION_UPDATED;
        entries.add(slot.seq(), counters.now(), kind, slot.number(), null);
    }

    void contact(Contact contact) {
        entries.add(counters.takeSeq(), counters.now(), Change.Kind.CONTACT_UPDATED, null, contact.id());
    }

    void team(Team team) {
        entries.add(counters.takeSeq(), counters.now(), Change.Kind.TEAM_UPDATED, null, team.id());
    }

    void write(Connection connection) throws SQLException {
        entries.change(connection, counters.tenant(), """
                insert into journal (tenant_id, seq, at, kind, number, subject)
                select ?, j.* from unnest(?::int8[], ?::timestamptz[], ?::int2[], ?::int8[], ?::uuid[]) j
                """);
    }
}
