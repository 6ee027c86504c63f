package dev.parlance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShutdownTest {
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);

    private Reply slow() {
        arrived.countDown();
        try {
            assertThat(mayAnswer.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Sample.text("slow");
    }

    @Test
    void whatIsInFlightIsFinishedAndNothingMoreAccepted() throws Exception {
        ServerFixture server = ServerFixture.start(Sample.dialect(Route.get("/sample/slow", request -> slow())));
        int port = server.port();
        try (RawClient client = new RawClient(port);
                RawClient idle = new RawClient(port)) {
            idle.send(RawClient.head("GET /healthz HTTP/1.1") + "\r\n");
            assertThat(idle.readHead()).startsWith("HTTP/1.1 200");
            client.send(RawClient.head("GET /sample/slow HTTP/1.1") + "\r\n");
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            Thread closing = Thread.ofVirtual().start(server::close);
            assertThat(idle.read(3)).isEqualTo("ok\n");
            assertThat(idle.readAll())
                    .as("an idle connection is closed at once")
                    .isEmpty();
            mayAnswer.countDown();
            assertThat(client.readAll())
                    .startsWith("HTTP/1.1 200 OK")
                    .contains("Connection: close")
                    .endsWith("\"slow\"");
            assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
        }
        assertThatThrownBy(() -> new RawClient(port)).isInstanceOf(ConnectException.class);
    }
}
