package dev.parlance.conversation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Instants as the store keeps them: whole microseconds, years 1 to 9999.
public final class Instants {
    public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Instants() {}

    public static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    public static boolean isStorable(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }
}
