package dev.parlance.store;

import dev.parlance.conversation.Conversation;
import dev.parlance.journal.Settled;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of a conversation's row that every message touches: the statement and its columns side by side.
final class MovedRow {
    static final String UPDATE = """
            update conversation c set state = m.state, support_required = m.support_required,
              open_attention = m.open_attention, messages = m.messages, user_turns = m.user_turns, duration = m.duration,
              updated_at = m.updated_at, activity_at = m.activity_at, last_message_at = m.last_message_at,
              started_at = m.started_at, completed_at = m.completed_at, changed_seq = m.changed_seq
            from (select ?::int as tenant_id) t, unnest(?::int8[], ?::int2[], ?::bool[], ?::int4[], ?::int4[], ?::int4[],
              ?::int4[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
              ?::int8[])
              as m (number, state, support_required, open_attention, messages, user_turns, duration, updated_at,
              activity_at, last_message_at, started_at, completed_at, changed_seq)
            where c.tenant_id = t.tenant_id and c.number = m.number
            """;

    private MovedRow() {}

    /// Whether nothing else of the row changed.
    static boolean suits(Slot slot) {
        Settled before = slot.before();
        if (before == null) {
            return false;
        }
        return rest(before.conversation()).equals(rest(slot.after().conversation()));
    }

    private static List<@Nullable Object> rest(Conversation c) {
        Conversation.Times times = c.times();
        return Arrays.asList(
                c.id(),
                c.workspace(),
                c.channel(),
                c.channelAccount(),
                c.direction(),
                c.standing().sentiment(),
                c.standing().aiClosure(),
                c.standing().assistMode(),
                c.handoff(),
                c.words().language(),
                c.contact(),
                c.team(),
                c.links(),
                c.agent(),
                c.ticketingSystem(),
                times.created(),
                times.scheduled(),
                times.expires(),
                times.inactionTtl());
    }

    static Columns of(List<Slot> slots) {
        Columns rows = new Columns();
        for (Slot slot : slots) {
            Conversation now = slot.after().conversation();
            Conversation.Times times = now.times();
            rows.add(
                    now.number(),
                    now.state(),
                    now.standing().supportRequired(),
                    now.standing().openAttention(),
                    now.counts().messages(),
                    now.counts().userTurns(),
                    now.counts().duration(),
                    times.updated(),
                    times.activity(),
                    times.lastMessage(),
                    times.started(),
                    times.completed(),
                    slot.seq());
        }
        return rows;
    }
}
