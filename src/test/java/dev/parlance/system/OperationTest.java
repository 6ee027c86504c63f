package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.JsonText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// How servers start, tell how they are, and stop.
class OperationTest {
    private static final int MANY = 6_000;
    private static final Site SITE = Site.shared();

    private static Caller caller = new Caller("", "");

    @Test
    void twoServersStartedAtOnceMigrateOnceAndBothAnswer(@TempDir Path folder) throws IOException {
        Path data = Parlance.dataIn(folder);
        List<String> words = List.of("serve", "--port", "0", "--data", data.toString());
        try (Parlance one = Parlance.start(folder, words);
                Parlance two = Parlance.start(folder, words)) {
            for (Parlance each : List.of(one, two)) {
                each.await(() -> each.out().contains(Parlance.LISTENING));
                assertThat(new Caller(each.address(), "").get("/readyz").status())
                        .isEqualTo(200);
                assertThat(new Caller(each.address(), "")
                                .get("/api/conversations")
                                .status())
                        .isEqualTo(401);
            }
            assertThat(one.out() + two.out()).containsOnlyOnce("Creating the database in ");
            one.signal("TERM");
            one.ended().with(143);
            assertThat(new Caller(two.address(), "").get("/readyz").status()).isEqualTo(200);
        }
        Processes.assertNoneUses(data);
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void aSignalLetsAStreamUnderWayFinish(String signal, int code) throws IOException {
        Parlance server = SITE.serve();
        try (Socket socket = ask(server.address(), "/api/v2/accounts/me/conversations?limit=0", caller.token());
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 64)) {
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 200 OK");
            server.signal(signal);
            Waiting.pause(Duration.ofSeconds(1));
            assertThat(server.onExit()).isNotDone();
            JsonNode body = JsonText.parse(body(in));
            assertThat(body.get("data")).hasSize(MANY);
            assertThat(body.at("/meta/total").intValue()).isEqualTo(MANY);
        }
        server.ended().with(code);
        assertThat(caller.total()).isEqualTo(MANY);
    }

    /// More than the sockets between take, so that the server is in the middle of it until it is read.
    @BeforeAll
    static void importSeveralMebibytes() {
        SITE.tenant("streams");
        caller = SITE.token("streams");
        String text = "m".repeat(500);
        SITE.take(
                "streams",
                IntStream.range(0, MANY)
                        .mapToObj(i -> """
                        {"source_id": "%d", "channel": "web", "audience_membership_id": "%s", "conversation_graph_id": "%s"}
                        """.formatted(i, text, text))
                        .collect(Collectors.joining()));
    }

    /// The chunks of a body after a head.
    private static String body(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (!line.isEmpty()) {
            line = in.readLine();
        }
        return in.lines().filter(each -> !each.matches("[0-9a-fA-F]*")).collect(Collectors.joining());
    }

    /// A client that reads slowly, so that the answer waits in the server.
    private static Socket ask(String address, String path, String token) throws IOException {
        URI uri = URI.create(address);
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        socket.setSoTimeout(60_000);
        String head = "GET " + path + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\nAuthorization: Bearer " + token
                + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    @Test
    void readinessFollowsTheDatabase(@TempDir Path folder) throws IOException {
        try (Site site = Site.in(folder)) {
            site.tenant("ready");
            Caller asking = site.token("ready");
            assertThat(asking.get("/readyz").status()).isEqualTo(200);
            Path settings = site.data().resolve("postgres/postgresql.conf");
            String good = Files.readString(settings);
            Files.writeString(settings, "no_such_setting = 1\n", StandardOpenOption.APPEND);
            Processes.signal("KILL", Processes.postmaster(site.data()));
            becomes(503, asking, "/readyz");
            assertThat(asking.get("/healthz").status()).isEqualTo(200);
            assertThat(asking.get("/api/v2/accounts/me/conversations?limit=0").status())
                    .isIn(200, 503);
            Files.writeString(settings, good);
            becomes(200, asking, "/readyz");
            assertThat(asking.total()).isZero();
            assertThat(asking.get("/metrics").text())
                    .contains("# TYPE parlance_http_in_flight gauge", "route=\"/api/conversations\"");
            String line = "route=/api/conversations method=GET status=200";
            // The line is written when the answer has gone.
            assertThat(Waiting.until(
                            Duration.ofSeconds(10), () -> site.server().err().contains(line)))
                    .isTrue();
            assertThat(site.server().err()).doesNotContain(asking.token());
        }
    }

    private static void becomes(int status, Caller asking, String path) {
        List<Integer> seen = new ArrayList<>();
        assertThat(Waiting.until(Duration.ofMinutes(1), () -> {
                    seen.add(asking.get(path).status());
                    return seen.getLast() == status;
                }))
                .as("%s", seen)
                .isTrue();
    }
}
