package dev.parlance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BodiesTest {
    private static final int LIMIT = 200_000;
    private static final ServerFixture SERVER = ServerFixture.start(
            new HttpServer.Settings("127.0.0.1", 0, LIMIT, 0, 0),
            ServerFixture.gate(ServerFixture.ACCESS),
            Sample.echo());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static HttpResponse<String> typed(String contentType, String body) {
        return SERVER.send(SERVER.request("/sample/echo")
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static String post(String path) {
        return RawClient.head("POST " + path + " HTTP/1.1");
    }

    @Test
    void numbersAreExactAndTextIsWhole() {
        String json = "{\"a\":0.10,\"b\":123456789012345678901234567890,\"c\":\"\\u00e4/😀\",\"d\":[null,true]}";

        assertThat(SERVER.post("/sample/echo", json).body()).isEqualTo(json.replace("\\u00e4", "ä"));
    }

    @Test
    void onlyJsonIsTaken() {
        assertThat(typed("application/json; charset=UTF-8", "1").statusCode()).isEqualTo(200);
        assertThat(typed("application/merge-patch+json", "1").statusCode()).isEqualTo(200);
        assertThat(typed("text/plain", "1").statusCode()).isEqualTo(415);
        assertThat(typed("application/json; charset=latin1", "1").statusCode()).isEqualTo(415);
        assertThat(SERVER.send(SERVER.request("/sample/echo")
                                .POST(BodyPublishers.ofString("1"))
                                .build())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anEncodedBodyIsRefused() {
        HttpResponse<String> answer = SERVER.send(SERVER.request("/sample/echo")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(new byte[] {31, -117, 8, 0}))
                .build());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("Content-Encoding");
    }

    @Test
    void noBodyIsAMissingNode() {
        assertThat(SERVER.post("/sample/echo", "").body()).isEqualTo("\"missing\"");
        assertThat(SERVER.post("/sample/echo", " \n ").body()).isEqualTo("\"missing\"");
    }

    @Test
    void badJsonIsToldWithItsPlaceAndNotQuoted() {
        assertBad("{\n  \"secret\": tru }", "line 2, column");
        assertBad("{\"secret\":1,\"secret\":2}", "twice (line 1, column");
        assertBad("{\"secret\":1} {", "something follows");
        assertBad("{\"secret\":", "ends too early");
        assertBad("[".repeat(5000), "nested too deeply");
        assertBad("[1e-9223372036854775808]", "too large an exponent");
        assertBad("{\"secret\":NaN}", "line 1, column");
        assertBad("{'secret':1}", "line 1, column 2");
        assertBad("{\"secret\":\"\\u0000\"}", "U+0000");
        assertBad("{\"a\":[\"secret \\ud800\"]}", "surrogate");
        assertBad("secret", "line 1, column");
    }

    private static void assertBad(String json, String told) {
        HttpResponse<String> answer = SERVER.post("/sample/echo", json);

        assertThat(answer.statusCode()).as(json).isEqualTo(400);
        assertThat(answer.body())
                .contains(told)
                .doesNotContain("secret")
                .doesNotContain("jackson")
                .doesNotContain("Exception");
    }

    @Test
    void badUtf8IsToldWithItsPlace() {
        byte[] overlong = {'{', '\n', ' ', '"', (byte) 0xC0, (byte) 0x80, '"'};
        HttpResponse<String> answer = SERVER.send(SERVER.request("/sample/echo")
                .POST(BodyPublishers.ofByteArray(overlong))
                .build());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("not UTF-8 (line 2, column 3)");
    }

    @Test
    void aBodyOverTheLimitIsTooLargeAndTheAnswerArrives() {
        String large = '"' + "x".repeat(LIMIT - 1) + '"';
        String fits = '"' + "x".repeat(LIMIT - 2) + '"';

        assertThat(SERVER.post("/sample/echo", fits).statusCode()).isEqualTo(200);
        assertThat(SERVER.post("/sample/echo", large).statusCode()).isEqualTo(413);
        assertThat(SERVER.post("/sample/echo", large.repeat(100)).statusCode()).isEqualTo(413);
    }

    @Test
    void aChunkedBodyIsJoinedAndTheConnectionStaysUsable() throws IOException {
        try (RawClient client = new RawClient(SERVER.port())) {
            for (int i = 0; i < 3; i++) {
                client.send(post("/sample/echo") + "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\n[1,\r\n");
                client.send("2\r\n2]\r\n0\r\nTrailer: x\r\n\r\n");
                assertThat(client.readHead()).startsWith("HTTP/1.1 200 OK").doesNotContain("Connection: close");
                assertThat(client.read(5)).isEqualTo("[1,2]");
            }
        }
    }

    @Test
    void aChunkThatNeverEndsIsTooLarge() throws IOException {
        try (RawClient client = new RawClient(SERVER.port())) {
            client.send(post("/sample/echo") + "Transfer-Encoding: chunked\r\n\r\nfffffffffffff\r\n");
            client.send("x".repeat(LIMIT + 8192));
            assertThat(client.readHead()).startsWith("HTTP/1.1 413 ").contains("Connection: close");
        }
    }

    @Test
    void badChunksAreInvalid() throws IOException {
        for (String chunks :
                new String[] {"zz\r\n", "\r\n", "-1\r\n", "2\r\n12345\r\n", "1\n1\n", "ffffffffffffffffff\r\n"}) {
            try (RawClient client = new RawClient(SERVER.port())) {
                client.send(post("/sample/echo") + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
                assertThat(client.readAll())
                        .as(chunks)
                        .startsWith("HTTP/1.1 400 ")
                        .contains("Connection: close");
            }
        }
    }

    @Test
    void continueIsSaidWhenTheBodyIsWanted() throws IOException {
        try (RawClient client = new RawClient(SERVER.port())) {
            client.send(post("/sample/echo") + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n");
            assertThat(client.readHead()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            client.send("[1]");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 OK").doesNotContain("Connection: close");
            assertThat(client.read(3)).isEqualTo("[1]");
        }
    }

    @Test
    void continueIsNotSaidWhenTheBodyIsNotWanted() throws IOException {
        try (RawClient client = new RawClient(SERVER.port())) {
            client.send(post("/sample/none") + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n");
            assertThat(client.readAll()).startsWith("HTTP/1.1 404 ").contains("Connection: close");
        }
    }

    @Test
    void anUnreadBodyIsSkippedWhenItIsShort() throws IOException {
        try (RawClient client = new RawClient(SERVER.port())) {
            for (int i = 0; i < 3; i++) {
                client.send(post("/sample/ignored") + "Content-Length: 9\r\n\r\nGET / HTT");
                assertThat(client.readHead()).startsWith("HTTP/1.1 200 OK").doesNotContain("Connection: close");
                assertThat(client.read(9)).isEqualTo("\"ignored\"");
            }
        }
    }

    @Test
    void anUnreadBodyEndsTheConnectionWhenItIsLong() throws IOException {
        byte[] long1 = "x".repeat(3_000_000).getBytes(StandardCharsets.UTF_8);
        try (RawClient client = new RawClient(SERVER.port())) {
            client.send(post("/sample/ignored") + "Content-Length: " + long1.length + "\r\n\r\n");
            client.send(long1);
            assertThat(client.readAll()).startsWith("HTTP/1.1 200 ").contains("Connection: close");
        }
    }

    @Test
    void requestsInOneWriteAreAnsweredInOrder() throws IOException {
        String request = RawClient.head("GET /sample/echo/exact/x HTTP/1.1") + "\r\n";
        try (RawClient client = new RawClient(SERVER.port())) {
            client.send(post("/sample/echo") + "Content-Length: 1\r\n\r\n7" + request + request);
            assertThat(client.readHead()).startsWith("HTTP/1.1 200");
            assertThat(client.read(1)).isEqualTo("7");
            for (int i = 0; i < 2; i++) {
                assertThat(client.readHead()).startsWith("HTTP/1.1 200");
                assertThat(client.read(7)).isEqualTo("\"exact\"");
            }
        }
    }
}
