package dev.parlance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final UUID TOKEN = new UUID(1, 1);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);
    private final RateLimits limits = new RateLimits(now::get);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void aFullBucketHoldsOneMinutesWorth() {
        for (int i = 1; i <= 7; i++) {
            RateLimits.Verdict verdict = limits.take(TOKEN, false, 7);
            assertThat(verdict.passes()).isTrue();
            assertThat(verdict.remaining()).isEqualTo(7 - i);
        }
        RateLimits.Verdict refused = limits.take(TOKEN, false, 7);
        assertThat(refused.passes()).isFalse();
        assertThat(refused.remaining()).isZero();
        assertThat(refused.untilFull()).isEqualTo(Duration.ofMinutes(1));
        assertThat(refused.untilNext()).isEqualTo(Duration.ofNanos(8_571_428_572L));
    }

    @Test
    void itRefillsEvenlyAndToTheNanosecond() {
        for (int i = 0; i < 7; i++) {
            limits.take(TOKEN, false, 7);
        }
        pass(Duration.ofNanos(8_571_428_571L));
        assertThat(limits.take(TOKEN, false, 7).passes()).isFalse();
        pass(Duration.ofNanos(1));
        assertThat(limits.take(TOKEN, false, 7).passes()).isTrue();
        assertThat(limits.take(TOKEN, false, 7).passes()).isFalse();
    }

    @Test
    void tokensAndKindsDoNotShare() {
        assertThat(limits.take(TOKEN, false, 1).passes()).isTrue();
        assertThat(limits.take(TOKEN, true, 1).passes()).isTrue();
        assertThat(limits.take(new UUID(1, 2), false, 1).passes()).isTrue();
        assertThat(limits.take(TOKEN, false, 1).passes()).isFalse();
    }

    @Test
    void aLimitMayChangeWhileADebtStands() {
        for (int i = 0; i < 10; i++) {
            limits.take(TOKEN, false, 10);
        }
        assertThat(limits.take(TOKEN, false, 5).passes()).isFalse();
        assertThat(limits.take(TOKEN, false, 100).remaining()).isEqualTo(94);
    }

    @Test
    void neverMoreThanTheBucketAndTheRefillPass() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long passed = 0;
        long start = now.get();
        for (int i = 0; i < 20_000; i++) {
            pass(Duration.ofNanos(random.nextInt(20_000_000)));
            passed += limits.take(TOKEN, true, 1000).passes() ? 1 : 0;
        }
        long refilled = Math.round((now.get() - start) * 1000 / 60e9);
        assertThat(passed).as("seed " + seed).isBetween(refilled + 999, refilled + 1001);
    }

    @Test
    void idleTokensAreForgotten() {
        for (int i = 0; i < 1000; i++) {
            limits.take(new UUID(2, i), false, 100);
        }
        pass(Duration.ofMinutes(2));
        limits.take(TOKEN, false, 100);

        assertThat(limits.size()).isEqualTo(1);
    }
}
