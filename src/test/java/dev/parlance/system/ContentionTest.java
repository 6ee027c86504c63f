package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Change;
import dev.parlance.store.PostgresChronicle;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Several who want the same conversation at the same moment, on two servers, and answers that never arrive.
class ContentionTest {
    private static final Site SITE = Site.shared();
    private static final List<String> ACTIONS =
            List.of("take-over", "reply", "release", "resolve", "reply", "take-over");

    private static Parlance second;
    private static Caller first = new Caller("", "");

    @BeforeAll
    static void startASecondServer() {
        SITE.tenant("contention");
        first = SITE.token("contention");
        second = SITE.serve();
    }

    @AfterAll
    static void stop() {
        second.close();
    }

    private static String begin() {
        Answer created = first.post("/chat/sessions", "{}");
        String id = Caller.good(created).json().get("id").stringValue();
        Caller.good(first.post(
                "/chat/sessions/" + id + "/send",
                "{\"sender\": \"contact\", \"message\": {\"type\": \"text\", \"text\": \"Hello\"}}"));
        return id;
    }

    @Test
    void whoeverComesFirstThereIsOneOrderOfEvents() throws Exception {
        String id = begin();
        List<Caller> servers = List.of(first, first.at(second.address()));
        List<String> done = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> all = IntStream.range(0, 24)
                    .mapToObj(person -> people.submit(() -> insist(servers, id, new Random(person))))
                    .toList();
            for (Future<List<String>> each : all) {
                done.addAll(each.get());
            }
        }
        assertThat(done).contains("take-over", "resolve");
        checkHistory(id, done);
    }

    /// Tries one thing after the other and says what was done: what was not possible changed nothing.
    private static List<String> insist(List<Caller> servers, String id, Random random) {
        List<String> done = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String action = ACTIONS.get(random.nextInt(ACTIONS.size()));
            Caller server = servers.get(random.nextInt(2));
            String body = action.equals("reply") ? "{\"content\": \"Here I am\"}" : "";
            Answer answer = server.post("/api/conversations/" + id + "/" + action, body);
            assertThat(answer.status()).as(answer.text()).isIn(200, 409);
            if (answer.status() == 200) {
                done.add(action);
            }
            if (random.nextInt(4) == 0) {
                server.send("PATCH", "/chat/sessions/" + id, "{\"status\": \"open\"}", "open-" + random.nextLong());
            }
        }
        return done;
    }

    private static void checkHistory(String id, List<String> done) {
        JsonNode conversation = first.body("/api/conversations/" + id);
        long replies = done.stream().filter("reply"::equals).count();
        assertThat(conversation.get("messageCount").longValue()).isEqualTo(1 + replies);
        try (var house = SITE.house()) {
            TenantId tenant = house.tenant("contention").id();
            long number = house.conversations()
                    .find(tenant, java.util.UUID.fromString(id), false)
                    .orElseThrow()
                    .conversation()
                    .number();
            checkChain(
                    new PostgresChronicle(house.database()).timeline(tenant, number),
                    conversation.get("status").stringValue(),
                    done);
        }
    }

    /// Each change begins where the one before it ended, and there is one for each thing that was done.
    private static void checkChain(List<Change> timeline, String status, List<String> done) {
        String state = "new";
        List<String> steps = new ArrayList<>();
        for (Change change : timeline) {
            if (change.kind() == Change.Kind.STATE_CHANGED && change.detail() != null) {
                JsonNode detail = change.detail().tree();
                assertThat(detail.get("from").stringValue()).isEqualTo(state);
                state = detail.get("to").stringValue();
                steps.add(detail.get("step").stringValue());
            }
        }
        assertThat(status).isEqualTo(state);
        for (String action : List.of("take-over", "release", "resolve")) {
            assertThat(steps.stream().filter(action.replace('-', '_')::equals).count())
                    .as(action)
                    .isEqualTo(done.stream().filter(action::equals).count());
        }
    }

    @Test
    void aRequestWhoseAnswerWasLostHappensOnceWhenItIsSentAgain() throws Exception {
        String id = begin();
        String path = "/chat/sessions/" + id + "/send";
        for (int i = 0; i < 20; i++) {
            String body = "{\"sender\": \"contact\", \"message\": {\"type\": \"text\", \"text\": \"Once " + i + "\"}}";
            sendAndHangUp(path, body, "lost-" + i);
            Answer again = first.at(second.address()).send("POST", path, body, "lost-" + i);
            assertThat(again.status()).as(again.text()).isEqualTo(200);
            assertThat(first.send("POST", path, body, "lost-" + i).text()).isEqualTo(again.text());
        }
        JsonNode messages = first.body("/api/conversations/" + id + "/messages");
        assertThat(messages.size()).isEqualTo(21);
    }

    private static void sendAndHangUp(String path, String body, String key) throws IOException {
        URI address = URI.create(first.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + first.token()
                    + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + key + "\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            socket.setSoLinger(true, 0);
        }
    }
}
