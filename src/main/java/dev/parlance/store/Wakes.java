package dev.parlance.store;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.State;
import dev.parlance.journal.Due;
import dev.parlance.journal.Settled;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is to happen by itself after a change, written in its transaction: whichever server sees the row first does it.
/// An instance names tenant and conversation, as in `7:42:...`.
final class Wakes {
    /// Time does something to a conversation.
    static final String TIME = "time";
    /// A contact waits for the tenant's responder.
    static final String ANSWER = "answer";
    /// Something was said that the summary does not know.
    static final String UNDERSTAND = "understand";

    private final Counters counters;
    private final List<String> tasks = new ArrayList<>();
    private final List<String> instances = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();

    Wakes(Counters counters) {
        this.counters = counters;
    }

    /// What a deed leads to.
    void add(Slot slot) {
        addTime(slot);
        Conversation after = slot.after().conversation();
        Settled before = slot.before();
        int told = before == null ? 0 : before.messages().size();
        List<Message> messages = slot.after().messages();
        List<Message> said = messages.subList(Math.min(told, messages.size()), messages.size());
        boolean asked = said.stream().anyMatch(each -> each.author() == Author.CONTACT);
        if (counters.answers()
                && asked
                && after.state() != State.HUMAN_MANAGED
                && !after.state().ended()) {
            add(ANSWER, slot, slot.seq(), counters.now());
        }
        boolean answered = said.stream().anyMatch(each -> each.author() == Author.AI || each.author() == Author.HUMAN);
        boolean ended = after.state().ended()
                && (before == null || !before.conversation().state().ended());
        if (answered || (ended && after.counts().messages() > 0)) {
            add(UNDERSTAND, slot, slot.seq(), counters.now());
        }
    }

    /// What time will do: for an imported conversation only what is yet to come.
    void addImported(Slot slot) {
        Optional<Due> next = Due.next(slot.after().conversation());
        if (next.isPresent() && next.get().at().isAfter(counters.now())) {
            addTime(slot);
        }
    }

    private void addTime(Slot slot) {
        Settled before = slot.before();
        Optional<Due> next = Due.next(slot.after().conversation());
        Optional<Due> known = before == null ? Optional.empty() : Due.next(before.conversation());
        boolean sooner = next.isPresent()
                && (known.isEmpty() || next.get().at().isBefore(known.get().at()));
        if (sooner) {
            long micros = ChronoUnit.MICROS.between(Instant.EPOCH, next.get().at());
            add(TIME, slot, micros, next.get().at());
        }
    }

    private void add(String task, Slot slot, long mark, Instant at) {
        tasks.add(task);
        instances.add(counters.tenant().value() + ":" + slot.number() + ":" + mark);
        times.add(at);
    }

    void write(Connection connection) throws SQLException {
        if (tasks.isEmpty()) {
            return;
        }
        List<String> moments = times.stream().map(Instant::toString).toList();
        Sql.of("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                select w.task, w.instance, w.at, false, 1
                from unnest(?::text[], ?::text[], ?::text[]::timestamptz[]) as w (task, instance, at)
                on conflict do nothing
                """, new Sql.Values("text", tasks), new Sql.Values("text", instances), new Sql.Values("text", moments))
                .change(connection);
    }
}
