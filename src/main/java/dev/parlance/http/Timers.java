package dev.parlance.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The timers of one endpoint, one for each status, made when first needed.
final class Timers {
    private static final String NAME = "parlance.http.requests";

    private final MeterRegistry registry;
    private final String dialect;
    private final String method;
    private final String route;
    private final AtomicReferenceArray<@Nullable Timer> byStatus = new AtomicReferenceArray<>(600);

    Timers(MeterRegistry registry, String dialect, String method, String route) {
        this.registry = registry;
        this.dialect = dialect;
        this.method = method;
        this.route = route;
    }

    void record(int status, long nanos) {
        Timer timer = byStatus.get(status);
        if (timer == null) {
            timer = register(status);
            byStatus.set(status, timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer register(int status) {
        return Timer.builder(NAME)
                .description("Requests answered, by route and status")
                .tag("dialect", dialect)
                .tag("method", method)
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .register(registry);
    }
}
