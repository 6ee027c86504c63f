package dev.parlance.http;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// A token bucket for each access token and kind of request. A bucket holds one minute's worth and refills evenly.
///
/// What has been taken is kept as a debt, counted in parts of a request: one request is [#MINUTE] parts, and every
/// nanosecond pays back `limit` parts. So all is exact integers, and a limit may change while a debt stands.
final class RateLimits {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long LARGEST = Long.MAX_VALUE / MINUTE / 2;

    private final ConcurrentHashMap<Key, Bucket> buckets = new ConcurrentHashMap<>();
    private final LongSupplier nanos;
    private final AtomicLong nextSweep;

    RateLimits(LongSupplier nanos) {
        this.nanos = nanos;
        this.nextSweep = new AtomicLong(nanos.getAsLong() + MINUTE);
    }

    /// What a request met: whether it may pass, and the bucket afterwards.
    record Verdict(boolean passes, long limit, long remaining, Duration untilFull, Duration untilNext) {}

    private record Key(UUID token, boolean streaming) {}

    private record Bucket(long debt, long at, boolean passed) {}

    /// Takes one request out of the token's bucket if there is one.
    Verdict take(UUID token, boolean streaming, long perMinute) {
        long limit = Math.min(perMinute, LARGEST);
        long now = nanos.getAsLong();
        sweep(now);
        Bucket bucket = buckets.compute(
                new Key(token, streaming), (key, before) -> taken(before == null ? full(now) : before, limit, now));
        long capacity = limit * MINUTE;
        long debt = bucket.debt();
        Duration untilNext = Duration.ofNanos(divideUp(Math.max(0, debt + MINUTE - capacity), limit));
        return new Verdict(
                bucket.passed(), limit, (capacity - debt) / MINUTE, Duration.ofNanos(divideUp(debt, limit)), untilNext);
    }

    int size() {
        return buckets.size();
    }

    private static Bucket full(long now) {
        return new Bucket(0, now, true);
    }

    private static Bucket taken(Bucket bucket, long limit, long now) {
        long elapsed = Math.clamp(now - bucket.at(), 0, MINUTE);
        long debt = Math.min(Math.max(0, bucket.debt() - elapsed * limit), limit * MINUTE);
        boolean passes = debt + MINUTE <= limit * MINUTE;
        return new Bucket(passes ? debt + MINUTE : debt, now, passes);
    }

    /// A bucket that nobody touched for a minute is full, so forgetting it changes nothing.
    private void sweep(long now) {
        long due = nextSweep.get();
        if (now - due >= 0 && nextSweep.compareAndSet(due, now + MINUTE)) {
            buckets.values().removeIf(bucket -> now - bucket.at() >= MINUTE);
        }
    }

    private static long divideUp(long value, long by) {
        return Math.ceilDiv(value, by);
    }
}
