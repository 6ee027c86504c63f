package dev.parlance.http;

import dev.parlance.tenant.FileGate;
import dev.parlance.tenant.Gate;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The server: dialects behind one port, with tokens, limits, health, metrics and documentation.
public final class HttpServer implements AutoCloseable {
    private final HelidonServer server;
    private final Entrance entrance;
    private final Timers unrouted;
    private final Machine machine;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean stopping;

    /// What can be set. Limits are requests per minute and token, 0 for none; `port` 0 takes a free one.
    public record Settings(String host, int port, long bodyLimit, int standardPerMinute, int streamingPerMinute) {
        private static final long MEBIBYTE = 1 << 20;

        /// The usual limits: 1 MiB for a body, 100 standard and 1000 streaming requests.
        public static Settings on(String host, int port) {
            return new Settings(host, port, MEBIBYTE, 100, 1000);
        }
    }

    /// What the server stands on.
    ///
    /// @param gate who may come in
    /// @param files who may have a file
    /// @param readiness why requests cannot be served now, empty when they can
    public record Ground(Gate gate, FileGate files, Supplier<Optional<String>> readiness) {}

    public HttpServer(Settings settings, Ground ground, List<Dialect> dialects, PrometheusMeterRegistry metrics) {
        Supplier<Optional<String>> readiness =
                () -> stopping ? Optional.of("stopping") : ground.readiness().get();
        HouseRoutes house = new HouseRoutes(dialects, ground.files(), readiness, metrics);
        List<Endpoint> endpoints = new ArrayList<>(house.endpoints());
        dialects.forEach(dialect -> endpoints.addAll(endpoints(dialect, metrics)));
        Answers answers = new Answers(() -> stopping);
        Dialects inCharge = new Dialects(dialects, house.dialect());
        this.entrance = new Entrance(new Router(endpoints), inCharge, ground.gate(), settings, answers);
        this.unrouted = new Timers(metrics, "none", "none", "none");
        this.machine = Machine.measured(metrics);
        this.server = new HelidonServer(settings.host(), settings.port(), this::serve);
        Gauge.builder("parlance.http.in.flight", inFlight, AtomicInteger::get)
                .description("Requests being answered")
                .register(metrics);
    }

    public void start() {
        server.start();
    }

    /// The port in use once started.
    public int port() {
        return server.port();
    }

    /// Accepts no more requests, lets those in flight finish for up to 20 seconds, then ends.
    @Override
    public void close() {
        stopping = true;
        server.stop();
        machine.close();
    }

    private static List<Endpoint> endpoints(Dialect dialect, PrometheusMeterRegistry metrics) {
        return dialect.routes().stream()
                .map(route -> new Endpoint(
                        dialect,
                        route.method(),
                        route.path(),
                        new Endpoint.Work.Guarded(route),
                        new Timers(metrics, dialect.name(), route.method(), route.path())))
                .toList();
    }

    private void serve(Incoming incoming, Wire wire) {
        Exchange exchange = entrance.open(incoming, wire);
        inFlight.incrementAndGet();
        try {
            entrance.serve(exchange);
        } finally {
            inFlight.decrementAndGet();
            finished(exchange);
        }
        if (exchange.isClosing()) {
            throw new ClientGone("the connection was to be closed");
        }
    }

    private void finished(Exchange exchange) {
        long nanos = System.nanoTime() - exchange.began;
        Endpoint endpoint = exchange.endpoint();
        (endpoint == null ? unrouted : endpoint.timers()).record(exchange.status(), nanos);
        RequestLog.answered(exchange, nanos);
    }
}
