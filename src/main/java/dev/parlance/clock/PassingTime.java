package dev.parlance.clock;

import dev.parlance.conversation.By;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Command;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Due;
import dev.parlance.journal.Outcome;
import dev.parlance.journal.Stamp;
import dev.parlance.journal.Writer;
import dev.parlance.query.Row;
import dev.parlance.query.Shelf;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Lets time pass for conversations: they become ready, begin, expire. A deadline that was moved to a later moment
/// leaves
/// the wake of the earlier one, which then does nothing but wait for the later. Much is due at the full hour, so those
/// of
/// a tenant that are due together are done together.
public final class PassingTime implements Errand {
    private static final Stamp STAMP = Stamp.of(By.system("clock"));

    private final Shelf shelf;
    private final Writer writer;
    private final Clock clock;
    private final Map<TenantId, Rounds<Long, Next>> rounds = new ConcurrentHashMap<>();

    public PassingTime(Shelf shelf, Writer writer, Clock clock) {
        this.shelf = shelf;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public Task task() {
        return Task.TIME;
    }

    @Override
    public Next carryOut(Wake wake) {
        return rounds.computeIfAbsent(wake.tenant(), tenant -> new Rounds<>(numbers -> carryOut(tenant, numbers)))
                .join(wake.number())
                .orElse(Next.NOTHING);
    }

    private Map<Long, Next> carryOut(TenantId tenant, Collection<Long> numbers) {
        List<Conversation> found = shelf.take(tenant, List.copyOf(numbers), false).rows().stream()
                .map(Row::conversation)
                .toList();
        Map<Long, Next> next = new HashMap<>();
        found.forEach(each -> put(next, each));
        List<Command.Act> acts = found.stream()
                .filter(this::isDue)
                .map(each -> new Command.Act(Command.Target.of(each.id()), List.of(new Deed.PassTime()), STAMP))
                .toList();
        for (Outcome outcome : writer.write(tenant, acts)) {
            if (outcome instanceof Outcome.Acted acted) {
                put(next, acted.conversation());
            }
        }
        return next;
    }

    private boolean isDue(Conversation conversation) {
        return Due.next(conversation)
                .filter(due -> !due.at().isAfter(clock.instant()))
                .isPresent();
    }

    private static void put(Map<Long, Next> next, Conversation conversation) {
        Optional<Due> due = Due.next(conversation);
        next.put(
                conversation.number(),
                due.isEmpty() ? Next.NOTHING : new Next.At(due.get().at()));
    }
}
