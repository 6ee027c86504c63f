package dev.parlance.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/// What is the same for the whole archive: its size, its seed, and the two years in which everything happened. Every
/// conversation follows from the seed, its tenant and its place in it alone, so any order of making gives the same.
record World(int conversations, long seed) {
    static final int TENANTS = 50;
    static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2026-01-01T00:00:00Z");
    static final String COMMON_TAG = tag(1);
    static final String MIDDLE_TAG = tag(20);
    static final String OLD_TAG = tag(999);
    static final String COMMON_WORD = "refund";
    static final String MIDDLE_WORD = "warranty";

    private static final double TENANT_EXPONENT = 1.2;

    /// How many conversations each tenant has, the largest first.
    int[] sizes() {
        return new Zipf(TENANTS, TENANT_EXPONENT).shares(conversations);
    }

    static String tenant(int tenant) {
        return "bench-%02d".formatted(tenant + 1);
    }

    static String tag(int rank) {
        return "tag-%03d".formatted(rank);
    }

    static String order(int tenant, int place) {
        return "o%02d%06d".formatted(tenant + 1, place);
    }

    /// The moment at which a part, from 0 to 1, of the two years has passed.
    static Instant at(double part) {
        long micros = Duration.between(BEGIN, END).toMillis() * 1_000L;
        return BEGIN.plusNanos((long) (micros * part) * 1_000L);
    }

    SplittableRandom random(int tenant, int place) {
        long mixed = (seed * 0x9e3779b97f4a7c15L + tenant) * 0xbf58476d1ce4e5b9L + place;
        return new SplittableRandom(mixed ^ (mixed >>> 31));
    }
}
