package dev.parlance.http;

import static dev.parlance.http.ServerFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HouseRoutesTest {
    private static final ServerFixture SERVER =
            ServerFixture.start(Sample.echo(), new Dialect("opencx", "OpenCX", "/chat/", true, List.of(), Plain::body));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static HttpResponse<String> open(String path) {
        return SERVER.send(SERVER.bare(path).build());
    }

    @Test
    void aRunningServerIsAliveAndReady() {
        assertThat(open("/healthz").body()).isEqualTo("ok\n");
        assertThat(open("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsMissingIsToldByReadiness() throws Exception {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        HttpServer.Settings settings = HttpServer.Settings.on("127.0.0.1", 0);
        HttpServer.Ground ready = ServerFixture.ground(ServerFixture.gate(ServerFixture.ACCESS));
        HttpServer.Ground ground = new HttpServer.Ground(ready.gate(), ready.files(), () -> Optional.of("no database"));
        try (HttpServer server = new HttpServer(settings, ground, List.of(), metrics)) {
            server.start();
            try (RawClient client = new RawClient(server.port())) {
                client.send("GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
                assertThat(client.readAll())
                        .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                        .endsWith("\r\n\r\nno database\n");
            }
        }
    }

    @Test
    void requestsAreCountedByRouteAndStatus() {
        SERVER.get("/sample/echo/a/b");
        SERVER.get("/sample/secret-path");
        String metrics = open("/metrics").body();

        assertThat(metrics)
                .contains("parlance_http_requests_seconds_count{dialect=\"sample\",method=\"GET\","
                        + "route=\"/sample/echo/{first}/{second}\",status=\"200\"}")
                .contains("route=\"none\",status=\"404\"")
                .contains("parlance_http_in_flight 1.0")
                .contains("jvm_memory_used_bytes")
                .doesNotContain("secret-path");
    }

    @Test
    void aDialectsDocumentIsServedInBothForms() {
        HttpResponse<String> yaml = open("/openapi/opencx.yaml");
        HttpResponse<String> json = open("/openapi/opencx.json");

        assertThat(header(yaml, "content-type")).isEqualTo("application/yaml");
        assertThat(yaml.body()).contains("openapi: ");
        assertThat(JsonMapper.shared().readTree(json.body()).get("openapi").asString())
                .startsWith("3.1");
    }

    @Test
    void thePagesAreServedStrictly() {
        Map<String, String> types = Map.of(
                "/docs", "text/html; charset=utf-8",
                "/docs/opencx", "text/html; charset=utf-8",
                "/docs/assets/docs.css", "text/css; charset=utf-8",
                "/docs/assets/docs.js", "text/javascript; charset=utf-8",
                "/docs/assets/icon.svg", "image/svg+xml");
        types.forEach((path, type) -> {
            HttpResponse<String> answer = open(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(header(answer, "content-type")).isEqualTo(type);
            assertThat(header(answer, "content-security-policy")).startsWith("default-src 'self';");
            assertThat(header(answer, "cache-control")).isEqualTo("no-cache");
        });
    }

    @Test
    void unknownDocumentsAreNotFound() {
        for (String path : List.of(
                "/openapi/sample.yaml",
                "/openapi/opencx.xml",
                "/openapi/opencx",
                "/openapi/..%2Fopencx.yaml",
                "/docs/none",
                "/docs/assets/none.js",
                "/docs/assets/..%2F..%2FHttpServer.class",
                "/docs/assets/..%2Findex.html",
                "/docs/assets/")) {
            assertThat(open(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void anUnchangedDocumentIsNotSentAgain() {
        String tag = open("/openapi/opencx.yaml").headers().firstValue("etag").orElseThrow();
        HttpResponse<String> again = SERVER.send(
                SERVER.bare("/openapi/opencx.yaml").header("If-None-Match", tag).build());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "content-security-policy")).contains("default-src 'self'");
    }

    @Test
    void theRootLeadsToTheDocumentation() {
        assertThat(header(open("/"), "location")).isEqualTo("/docs");
    }
}
