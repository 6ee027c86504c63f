package dev.parlance.journal;

import dev.parlance.conversation.TenantId;
import dev.parlance.problem.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// One tenant's callers, first come, first served. One of them leads: it commits the first batch of those who wait,
/// itself among them, then hands the lead to the next in line.
final class Lane {
    private static final int MOST_COMMANDS = 1_000;
    private static final long MOST_BYTES = 8L << 20;

    private final TenantId tenant;
    private final Ledger ledger;
    private final Followers followers;
    private final ReentrantLock guard = new ReentrantLock();
    private final Deque<Ticket> waiting = new ArrayDeque<>();
    private boolean led;

    Lane(TenantId tenant, Ledger ledger, Followers followers) {
        this.tenant = tenant;
        this.ledger = ledger;
        this.followers = followers;
    }

    List<Outcome> write(List<? extends Command> commands) {
        Ticket ticket = new Ticket(commands);
        if (enters(ticket) || ticket.isPromoted()) {
            lead();
        }
        return ticket.outcomes();
    }

    private boolean enters(Ticket ticket) {
        guard.lock();
        try {
            waiting.add(ticket);
            boolean leads = !led;
            led = true;
            return leads;
        } finally {
            guard.unlock();
        }
    }

    private void lead() {
        List<Ticket> batch = nextBatch();
        try {
            commit(batch);
        } finally {
            handOver();
            batch.forEach(Ticket::settle);
        }
    }

    /// At least the first in line, who leads.
    private List<Ticket> nextBatch() {
        guard.lock();
        try {
            List<Ticket> batch = new ArrayList<>();
            int commands = 0;
            long bytes = 0;
            while (!waiting.isEmpty()) {
                Ticket next = waiting.element();
                commands += next.commands().size();
                bytes += next.bytes();
                if (!batch.isEmpty() && (commands > MOST_COMMANDS || bytes > MOST_BYTES)) {
                    break;
                }
                batch.add(waiting.remove());
            }
            return batch;
        } finally {
            guard.unlock();
        }
    }

    private void handOver() {
        guard.lock();
        try {
            Ticket next = waiting.peek();
            led = next != null;
            if (next != null) {
                next.promote();
            }
        } finally {
            guard.unlock();
        }
    }

    private void commit(List<Ticket> batch) {
        try {
            carryOutAll(batch);
        } catch (Refusal outage) {
            if (batch.stream().flatMap(ticket -> ticket.commands().stream()).allMatch(Command.Put.class::isInstance)) {
                commitOnceMore(batch);
            } else {
                batch.forEach(ticket -> ticket.fail(outage));
            }
        } catch (RuntimeException failure) {
            batch.forEach(this::carryOutSingly);
        }
    }

    /// A lost connection fails all alike, and perhaps just once. Putting twice is putting once; a deed is not tried
    /// again
    /// where its fate is unknown.
    private void commitOnceMore(List<Ticket> batch) {
        try {
            carryOutAll(batch);
        } catch (RuntimeException failure) {
            batch.forEach(ticket -> ticket.fail(failure));
        }
    }

    private void carryOutAll(List<Ticket> batch) {
        List<Command> commands = new ArrayList<>();
        batch.forEach(ticket -> commands.addAll(ticket.commands()));
        deliver(batch, carryOut(commands));
    }

    private static void deliver(List<Ticket> batch, List<Outcome> outcomes) {
        int from = 0;
        for (Ticket ticket : batch) {
            int to = from + ticket.commands().size();
            ticket.succeed(outcomes.subList(from, to));
            from = to;
        }
    }

    /// Each command in a transaction of its own, so that it cannot fail the others.
    private void carryOutSingly(Ticket ticket) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Command command : ticket.commands()) {
            try {
                outcomes.addAll(carryOut(List.of(command)));
            } catch (RuntimeException failure) {
                ticket.fail(failure);
            }
        }
        if (outcomes.size() == ticket.commands().size()) {
            ticket.succeed(outcomes);
        }
    }

    private List<Outcome> carryOut(List<Command> commands) {
        Committed committed = ledger.commit(tenant, commands);
        followers.tell(tenant, committed);
        return committed.outcomes();
    }
}
