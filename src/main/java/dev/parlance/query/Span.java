package dev.parlance.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stretch of time, both ends inside; null leaves that side open.
public record Span(@Nullable Instant from, @Nullable Instant to) {
    public static final Span ALWAYS = new Span(null, null);

    public boolean holds(Instant instant) {
        return (from == null || !instant.isBefore(from)) && (to == null || !instant.isAfter(to));
    }

    public boolean isAlways() {
        return from == null && to == null;
    }
}
