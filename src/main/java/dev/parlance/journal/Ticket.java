package dev.parlance.journal;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// One caller's place in its tenant's line.
final class Ticket {
    private final List<Command> commands;
    private final long bytes;
    private final CountDownLatch called = new CountDownLatch(1);
    private volatile boolean promoted;
    private volatile @Nullable List<Outcome> outcomes;
    private volatile @Nullable RuntimeException failure;

    Ticket(List<? extends Command> commands) {
        this.commands = List.copyOf(commands);
        this.bytes = this.commands.stream().mapToLong(Ticket::bytes).sum();
    }

    List<Command> commands() {
        return commands;
    }

    long bytes() {
        return bytes;
    }

    /// Waits to be called, whatever interrupts: either to lead, or because all is done.
    boolean isPromoted() {
        boolean interrupted = false;
        while (true) {
            try {
                called.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return promoted;
    }

    void promote() {
        promoted = true;
        called.countDown();
    }

    void succeed(List<Outcome> all) {
        outcomes = List.copyOf(all);
    }

    void fail(RuntimeException cause) {
        failure = cause;
    }

    void settle() {
        called.countDown();
    }

    List<Outcome> outcomes() {
        List<Outcome> all = outcomes;
        if (all != null) {
            return all;
        }
        RuntimeException cause = failure;
        throw cause == null ? new IllegalStateException("the transaction broke off") : cause;
    }

    /// Roughly: the texts that make a record large.
    private static long bytes(Command command) {
        return switch (command) {
            case Command.Put put ->
                500L
                        + put.draft().messages().stream()
                                .mapToLong(message -> 100L
                                        + message.text().length()
                                        + 200L * message.uses().size())
                                .sum();
            case Command.Open open -> 500L + bytes(open.deeds());
            case Command.Continue on -> 500L + bytes(on.deeds());
            case Command.Act act -> bytes(act.deeds());
            case Command.KeepContact keep -> 500L;
            case Command.LinkContact link -> 500L;
            case Command.KeepChannel keep -> 500L;
            case Command.RemoveContact remove -> 500L;
            case Command.KeepTag keep -> 500L;
        };
    }

    private static long bytes(List<Deed> deeds) {
        return deeds.stream().mapToLong(deed -> 100L + bytes(deed)).sum();
    }

    private static long bytes(Deed deed) {
        if (deed instanceof Deed.KeepFile keep) {
            return keep.bytes().size();
        }
        return deed instanceof Deed.Say say ? say.text().length() : 0;
    }
}
