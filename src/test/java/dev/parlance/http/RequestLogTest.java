package dev.parlance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private static final Logger OURS = Logger.getLogger("dev.parlance");
    private static final Logger REQUESTS = Logger.getLogger("dev.parlance.requests");

    private final Lines lines = new Lines();

    private static final class Lines extends Handler {
        private final List<String> written = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            written.add(new RequestLog().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        OURS.addHandler(lines);
        OURS.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        OURS.removeHandler(lines);
        OURS.setUseParentHandlers(true);
        REQUESTS.setLevel(Level.WARNING);
    }

    @Test
    void aRequestIsOneLineWithoutTheClientsWords() {
        try (ServerFixture server = ServerFixture.start(Sample.echo())) {
            REQUESTS.setLevel(Level.INFO);
            server.get("/sample/echo/customer/words?q=customer");
            server.get("/sample/customer?q=words");
        }

        assertThat(lines.written).hasSize(2).noneMatch(line -> line.contains("customer"));
        assertThat(lines.written.getFirst())
                .matches("\\S+Z INFO dev.parlance.requests request=[0-9a-f]{16} tenant=\"test\" dialect=sample"
                        + " route=/sample/echo/\\{first\\}/\\{second\\} method=GET status=200 ms=\\d+\\.\\d"
                        + " rows=2 bytes=60\\n");
        assertThat(lines.written.getLast()).contains("tenant=- dialect=sample route=- method=GET status=404");
    }

    @Test
    void othersAreHeardFromWarningsOnAndInTheSameForm() throws IOException {
        Logger others = Logger.getLogger("io.helidon");
        try {
            RequestLog.install();
            assertThat(others.isLoggable(Level.INFO)).isFalse();
            assertThat(others.isLoggable(Level.WARNING)).isTrue();
            assertThat(REQUESTS.isLoggable(Level.INFO)).isTrue();
            assertThat(Logger.getLogger("").getHandlers())
                    .hasSize(1)
                    .allMatch(handler -> handler.getFormatter() instanceof RequestLog);
        } finally {
            LogManager.getLogManager().readConfiguration();
            others.setLevel(Level.WARNING);
        }
    }

    @Test
    void aFaultIsLoggedWithItsPlaceButNotItsMessage() {
        Route fails = Route.get("/sample/fails", request -> {
            throw new IllegalStateException("customer's words", new IOException("disk full"));
        });
        try (ServerFixture server = ServerFixture.start(Sample.dialect(fails))) {
            server.get("/sample/fails");
        }

        assertThat(lines.written).hasSize(1);
        assertThat(lines.written.getFirst())
                .contains("SEVERE dev.parlance request=")
                .contains(" | java.lang.IllegalStateException < dev.parlance.http.RequestLogTest")
                .contains(" | java.io.IOException: disk full < ")
                .doesNotContain("customer")
                .containsOnlyOnce("\n");
    }

    @Test
    void aClientThatGoesAwayLeavesNoStackTrace() throws IOException, InterruptedException {
        Route slow = Route.get(
                "/sample/slow",
                request -> Reply.streamed(json -> {
                    json.writeStartArray();
                    for (int i = 0; i < 10_000_000; i++) {
                        json.writeNumber(i);
                    }
                    json.writeEndArray();
                    return 1;
                }));
        try (ServerFixture server = ServerFixture.start(Sample.dialect(slow))) {
            REQUESTS.setLevel(Level.INFO);
            try (RawClient client = new RawClient(server.port())) {
                client.send(RawClient.head("GET /sample/slow HTTP/1.1") + "\r\n");
                assertThat(client.readHead()).startsWith("HTTP/1.1 200");
            }
            for (int i = 0; i < 100 && lines.written.isEmpty(); i++) {
                Thread.sleep(50);
            }
        }

        assertThat(lines.written).hasSize(1).allMatch(line -> line.contains("status=200") && !line.contains(" < "));
    }
}
