package dev.parlance.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.conversation.TenantId;
import dev.parlance.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WriterTest {
    private static final TenantId ONE = new TenantId(1);
    private static final TenantId TWO = new TenantId(2);

    /// Numbers what it gets; holds the first transaction of tenant one until told.
    private static class Counting implements Ledger {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch gate = new CountDownLatch(1);
        final List<Integer> sizes = new ArrayList<>();
        long seq;

        @Override
        public Committed commit(TenantId tenant, List<? extends Command> commands) {
            if (tenant.equals(TWO)) {
                return new Committed(1, List.of(new Outcome.Created(1)));
            }
            if (sizes.isEmpty()) {
                entered.countDown();
                await(gate);
            }
            sizes.add(commands.size());
            List<Outcome> outcomes = new ArrayList<>();
            commands.forEach(command -> outcomes.add(new Outcome.Created(++seq)));
            return new Committed(seq, outcomes);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Command.Put> puts(String... ids) {
        return List.of(ids).stream().map(id -> Drafts.of(id).put()).toList();
    }

    private static <T> Callable<T> call(Callable<T> work) {
        return work;
    }

    @Test
    void whoArrivesMeanwhileSharesTheNextTransaction() throws Exception {
        Counting ledger = new Counting();
        List<Long> told = new ArrayList<>();
        Followers followers = new Followers();
        followers.add((tenant, committed) -> told.add(committed.seq()));
        Writer writer = new Writer(ledger, followers);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Outcome>> first = threads.submit(call(() -> writer.write(ONE, puts("a"))));
            await(ledger.entered);
            List<Future<List<Outcome>>> others = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                String id = "b" + i;
                others.add(threads.submit(call(() -> writer.write(ONE, puts(id, id + "x")))));
            }
            assertThat(writer.write(TWO, puts("z"))).containsExactly(new Outcome.Created(1));
            Thread.sleep(300);
            ledger.gate.countDown();
            assertThat(first.get()).containsExactly(new Outcome.Created(1));
            for (Future<List<Outcome>> other : others) {
                Outcome.Created leading = (Outcome.Created) other.get().getFirst();
                assertThat(other.get().get(1)).isEqualTo(new Outcome.Created(leading.number() + 1));
            }
        }
        assertThat(ledger.sizes.stream().mapToInt(size -> size).sum()).isEqualTo(101);
        assertThat(ledger.sizes.size()).isLessThan(20);
        assertThat(told).contains(101L).isSorted();
    }

    @Test
    void oneBadCommandFailsNoOtherCaller() throws Exception {
        Ledger ledger = (tenant, commands) -> {
            if (commands.stream()
                    .anyMatch(each -> ((Command.Put) each).draft().sourceId().equals("bad"))) {
                throw new IllegalStateException("poison");
            }
            return new Committed(
                    1,
                    commands.stream()
                            .map(each -> (Outcome) new Outcome.Created(1))
                            .toList());
        };
        Writer writer = new Writer(ledger, new Followers());
        assertThatThrownBy(() -> writer.write(ONE, puts("bad"))).hasMessage("poison");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Outcome>>> good = new ArrayList<>();
            List<Future<List<Outcome>>> bad = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                good.add(threads.submit(call(() -> writer.write(ONE, puts("good")))));
                bad.add(threads.submit(call(() -> writer.write(ONE, puts("bad")))));
            }
            for (Future<List<Outcome>> each : good) {
                assertThat(each.get()).containsExactly(new Outcome.Created(1));
            }
            for (Future<List<Outcome>> each : bad) {
                assertThatThrownBy(each::get).hasRootCauseMessage("poison");
            }
        }
    }

    @Test
    void aLostConnectionIsTriedOnceMore() {
        List<Integer> attempts = new ArrayList<>();
        Ledger ledger = (tenant, commands) -> {
            attempts.add(commands.size());
            if (attempts.size() == 1) {
                throw new Problem.Unavailable("gone").refusal();
            }
            return new Committed(2, List.of(new Outcome.Created(1), new Outcome.Created(2)));
        };
        assertThat(new Writer(ledger, new Followers()).write(ONE, puts("a", "b")))
                .hasSize(2);
        assertThat(attempts).containsExactly(2, 2);
    }

    @Test
    void aFailingFollowerDoesNotFailTheWriter() {
        Followers followers = new Followers();
        followers.add((tenant, committed) -> {
            throw new IllegalStateException("follower");
        });
        Ledger ledger = (tenant, commands) -> new Committed(1, List.of(new Outcome.Created(1)));
        assertThat(new Writer(ledger, followers).write(ONE, puts("a"))).hasSize(1);
    }
}
