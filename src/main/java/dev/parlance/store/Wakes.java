package dev.parlance.store;

import dev.parlance.clock.Task;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.State;
import dev.parlance.journal.Due;
import dev.parlance.journal.Settled;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is to happen by itself after a change, written in its transaction: whichever server sees the row first does it.
/// An instance names tenant, conversation and
/// the journal's number of the change, as in `7:42:1234`.
final class Wakes {
    /// Until then more may be said, or the conversation may end: one understanding does for all.
    private static final Duration SETTLING = Duration.ofSeconds(1);

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
            add(Task.ANSWER, slot, counters.now());
        }
        boolean answered = said.stream().anyMatch(each -> each.author() == Author.AI || each.author() == Author.HUMAN);
        boolean ended = after.state().ended()
                && (before == null || !before.conversation().state().ended());
        if (answered || (ended && after.counts().messages() > 0)) {
            add(Task.UNDERSTAND, slot, counters.now().plus(SETTLING));
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
        Due.next(slot.after().conversation())
                .filter(next -> isNews(next, before == null ? null : before.conversation()))
                .ifPresent(next -> add(Task.TIME, slot, next.at()));
    }

    /// A later deadline is found by the wake of the sooner one, unless that had passed before and has no wake any more.
    /// What was due before a conversation was opened again is due no more.
    private boolean isNews(Due next, @Nullable Conversation before) {
        boolean toCome = next.at().isAfter(counters.now());
        if (before == null || before.state().ended()) {
            return before == null || toCome;
        }
        Optional<Instant> known = Due.next(before).map(Due::at);
        return known.isEmpty()
                || next.at().isBefore(known.get())
                || (toCome && !known.get().isAfter(counters.now()));
    }

    /// No two wakes have the same name, so that none is taken for one that is being carried out.
    private void add(Task task, Slot slot, Instant at) {
        tasks.add(task.word());
        instances.add(counters.tenant().value() + ":" + slot.number() + ":" + slot.seq());
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
