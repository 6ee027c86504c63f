package dev.parlance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;

class RepliesTest {
    private static final AtomicLong WRITTEN = new AtomicLong();
    private static final CountDownLatch STOPPED = new CountDownLatch(1);

    private static final ServerFixture SERVER = ServerFixture.start(Sample.dialect(
            Route.get("/sample/stream", request -> Reply.streamed(json -> list(json, 200_000))),
            Route.get("/sample/nothing", request -> Reply.streamed(json -> list(json, 0))),
            Route.get("/sample/endless", request -> Reply.streamed(RepliesTest::endless)),
            Route.get("/sample/breaks", request -> Reply.streamed(json -> breaking(json, 100_000))),
            Route.get("/sample/refuses", request -> Reply.streamed(json -> breaking(json, 1))),
            Route.get("/sample/half", request -> Reply.ok(List.of(), JsonGenerator::writeStartObject)),
            Route.get("/sample/late", request -> Reply.ok(List.of(), RepliesTest::late)),
            Route.get("/sample/fails", request -> {
                throw new IllegalStateException("select secret from customers");
            }),
            Route.get("/sample/unavailable", request -> {
                throw new Problem.Unavailable("No database.").refusal();
            }),
            Route.get("/sample/splits", request -> header("x\r\nSet-Cookie: y")),
            Route.get("/sample/long", request -> header("x".repeat(5000))),
            Route.get("/sample/empty", request -> new Reply.Empty(204, Map.of())),
            Route.get("/sample/text", request -> new Reply.Text(201, Map.of(), "text/csv", "ä,b"))));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static Reply header(String value) {
        return new Reply.Whole(200, Map.of("X-Given", value), 0, json -> json.writeString("body"));
    }

    private static long list(JsonGenerator json, int items) {
        json.writeStartArray();
        for (int i = 0; i < items; i++) {
            json.writeNumber(i);
        }
        json.writeEndArray();
        return items;
    }

    private static long breaking(JsonGenerator json, int items) {
        json.writeStartArray();
        for (int i = 0; i < items; i++) {
            json.writeNumber(i);
        }
        throw new Problem.Unavailable("Gone.").refusal();
    }

    private static void late(JsonGenerator json) {
        json.writeStartObject();
        throw new Problem.Conflict("Too late.").refusal();
    }

    private static long endless(JsonGenerator json) {
        json.writeStartArray();
        try {
            while (true) {
                json.writeString("0123456789");
                WRITTEN.addAndGet(13);
            }
        } finally {
            STOPPED.countDown();
        }
    }

    @Test
    void aStreamArrivesWholeAndChunked() {
        HttpResponse<String> answer = SERVER.get("/sample/stream");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ServerFixture.header(answer, "transfer-encoding")).isEqualTo("chunked");
        assertThat(ServerFixture.header(answer, "content-type")).isEqualTo("application/json");
        assertThat(answer.body()).startsWith("[0,1,2").endsWith(",199999]").hasSize(1_288_891);
        assertThat(SERVER.get("/sample/nothing").body()).isEqualTo("[]");
    }

    @Test
    void headOfAStreamHasNoBody() {
        HttpResponse<String> answer = SERVER.send(SERVER.request("/sample/endless")
                .method("HEAD", BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aClientThatGoesAwayEndsTheStream() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer =
                    client.send(SERVER.request("/sample/endless").build(), BodyHandlers.ofInputStream());
            assertThat(answer.body().readNBytes(1000)).hasSize(1000);
            Thread.sleep(300);
            long written = WRITTEN.get();
            Thread.sleep(300);
            assertThat(WRITTEN.get())
                    .as("back-pressure holds the writer")
                    .isEqualTo(written)
                    .isLessThan(50_000_000);
            answer.body().close();
        }
        assertThat(STOPPED.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aFailureAfterTheFirstByteBreaksTheBody() {
        assertThatThrownBy(() -> SERVER.get("/sample/breaks")).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void aFailureBeforeTheFirstByteIsAProblem() {
        assertThat(SERVER.get("/sample/refuses").statusCode()).isEqualTo(503);
        assertThat(SERVER.get("/sample/late").statusCode()).isEqualTo(409);
        assertThat(SERVER.get("/sample/unavailable").statusCode()).isEqualTo(503);
    }

    @Test
    void aFaultOfOursTellsOnlyTheRequestsId() {
        HttpResponse<String> answer = SERVER.get("/sample/fails");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"error\":{\"code\":\"failed\",\"message\":\"Request %s failed.\"}}",
                        ServerFixture.header(answer, "x-request-id"));
    }

    @Test
    void anUnfinishedBodyIsAFaultOfOurs() {
        assertThat(SERVER.get("/sample/half").statusCode()).isEqualTo(500);
    }

    @Test
    void aHeaderCannotBeSplit() {
        HttpResponse<String> answer = SERVER.get("/sample/splits");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(ServerFixture.header(answer, "set-cookie")).isNull();
    }

    @Test
    void aLongHeaderIsSent() {
        HttpResponse<String> answer = SERVER.get("/sample/long");

        assertThat(ServerFixture.header(answer, "x-given")).hasSize(5000);
        assertThat(answer.body()).isEqualTo("\"body\"");
    }

    @Test
    void emptyAndTextRepliesAreSent() {
        assertThat(SERVER.get("/sample/empty").statusCode()).isEqualTo(204);
        assertThat(SERVER.get("/sample/text").body()).isEqualTo("ä,b");
        assertThat(ServerFixture.header(SERVER.get("/sample/text"), "content-type"))
                .isEqualTo("text/csv");
    }

    @Test
    void aRequestKeepsItsClientsNameWhenItIsHarmless() {
        assertThat(named("abc-1.2_Z")).isEqualTo("abc-1.2_Z");
        assertThat(named("a b")).hasSize(16);
        assertThat(named("x".repeat(65))).hasSize(16);
    }

    private static String named(String id) {
        HttpResponse<String> answer = SERVER.send(
                SERVER.request("/sample/empty").header("X-Request-Id", id).build());
        return answer.headers().firstValue("x-request-id").orElseThrow();
    }

    @Test
    void answersAreNeitherKeptNorGuessedAt() {
        HttpResponse<String> answer = SERVER.get("/sample/text");

        assertThat(ServerFixture.header(answer, "cache-control")).isEqualTo("no-store");
        assertThat(ServerFixture.header(answer, "x-content-type-options")).isEqualTo("nosniff");
    }
}
