package dev.parlance.http;

import dev.parlance.tenant.FileGate;
import dev.parlance.tenant.FileLinks;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the server answers to anybody: health, metrics, the documentation of the dialects, and files to who has a
/// signed address.
final class HouseRoutes {
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Dialect dialect = Plain.dialect(List.of());
    private final PrometheusMeterRegistry metrics;
    private final List<Endpoint> endpoints = new ArrayList<>();

    HouseRoutes(
            List<Dialect> dialects,
            FileGate files,
            Supplier<Optional<String>> readiness,
            PrometheusMeterRegistry metrics) {
        this.metrics = metrics;
        Documents documents = new Documents(dialects);
        get(FileLinks.PATH + "{tenant}/{file}", new FileReplies(files)::reply);
        get("/healthz", visit -> text(200, "ok"));
        get("/readyz", visit -> readiness.get().map(reason -> text(503, reason)).orElseGet(() -> text(200, "ok")));
        get(
                "/metrics",
                visit -> new Reply.Text(200, Map.of(), "text/plain; version=0.0.4; charset=utf-8", metrics.scrape()));
        get("/openapi/{file}", documents::openApi);
        get("/docs", documents::index);
        get("/docs/{dialect}", documents::page);
        get("/docs/assets/{file}", documents::asset);
        get("/", visit -> new Reply.Empty(302, Map.of("Location", "/docs")));
    }

    Dialect dialect() {
        return dialect;
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    private void get(String path, Function<Endpoint.Visit, Reply> answer) {
        endpoints.add(new Endpoint(
                dialect,
                "GET",
                path,
                new Endpoint.Work.Open(answer),
                new Timers(metrics, dialect.name(), "GET", path)));
    }

    private static Reply text(int status, String text) {
        return new Reply.Text(status, Map.of(), TEXT, text + "\n");
    }
}
