package dev.parlance.store;

import dev.parlance.conversation.By;
import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Team;
import dev.parlance.journal.Change;
import dev.parlance.journal.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        entries.add(slot.seq(), counters.now(), kind, slot.number(), null, null, null, null);
    }

    void contact(Contact contact) {
        add(Change.Kind.CONTACT_UPDATED, contact.id());
    }

    void team(Team team) {
        add(Change.Kind.TEAM_UPDATED, team.id());
    }

    private void add(Change.Kind kind, UUID subject) {
        entries.add(counters.takeSeq(), counters.now(), kind, null, subject, null, null, null);
    }

    /// What was done to a conversation.
    void told(Slot slot, Entry entry) {
        slot.seq(counters.takeSeq());
        counters.reached(entry.at());
        add(slot.seq(), slot.number(), entry);
    }

    /// What was done to something else.
    void told(Entry entry) {
        add(counters.takeSeq(), null, entry);
    }

    private void add(long seq, @Nullable Long number, Entry entry) {
        By by = entry.by();
        entries.add(seq, entry.at(), entry.kind(), number, entry.subject(), by.kind(), by.id(), entry.detail());
    }

    void write(Connection connection) throws SQLException {
        entries.change(connection, counters.tenant(), """
                insert into journal (tenant_id, seq, at, kind, number, subject, by_kind, by_id, detail)
                select ?, j.* from unnest(?::int8[], ?::timestamptz[], ?::int2[], ?::int8[], ?::uuid[], ?::int2[],
                  ?::text[], ?::text[]) j
                """);
    }
}
