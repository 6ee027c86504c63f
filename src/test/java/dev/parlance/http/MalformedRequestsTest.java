package dev.parlance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedRequestsTest {
    private static final ServerFixture SERVER = ServerFixture.start(Sample.echo());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String answer(String request) throws IOException {
        try (RawClient client = new RawClient(SERVER.port())) {
            return client.send(request).endOutput().readAll();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET\r\n\r\n",
                "GET /sample/echo\r\n\r\n",
                "GET  HTTP/1.1\r\n\r\n",
                "GET /sample/echo HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /sample/echo HTTP/1.1\r\n\r\n",
                "GET /sample/echo HTTP/1.1\nHost: x\n\n",
                "GET /sample/echo HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
                "GET /sample/echo HTTP/1.1\r\nHost: x\r\nBad\u0001Name: y\r\n\r\n",
                "GET /sample/echo HTTP/1.1\r\nHost: x\r\nX: a\u0000b\r\n\r\n",
                "GET /sample/echo HTTP/1.1\r\nHost: x\r\nX: cut of",
                "POST /sample/echo HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
                "POST /sample/echo HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /sample/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
                "POST /sample/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            })
    void aHeadThatMakesNoSenseGetsAStatusAndNothingElse(String request) throws IOException {
        String answer = answer(request);

        assertThat(answer).matches("(?s)HTTP/1.1 (400|414|431) .*").endsWith("\r\n\r\n");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("x-request-id: ")
                .contains("date: ")
                .contains("connection: close")
                .doesNotContain("helidon")
                .doesNotContain("exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sample/%", "/sample/%zz", "/sample/%C3", "/sample/%C0%80", "/%00", "/sample/\"ä\""})
    void aPathThatCannotBeDecodedIsInvalid(String path) throws IOException {
        assertThat(answer(RawClient.head("GET " + path + " HTTP/1.1") + "\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("percent-encoded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%zz", "a=%C3", "a=%ED%A0%80", "a=%00", "a=ä", "%FF=1"})
    void aQueryThatCannotBeDecodedIsInvalid(String query) throws IOException {
        assertThat(answer(RawClient.head("GET /sample/echo?" + query + " HTTP/1.1") + "\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("percent-encoded");
    }

    @Test
    void aTargetMayNameTheServer() throws IOException {
        assertThat(answer(RawClient.head("GET http://test/sample/echo/exact/x HTTP/1.1") + "\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aVersionThatIsNotSpokenIsRefused() throws IOException {
        assertThat(answer("GET /sample/echo HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 505 ");
    }

    @Test
    void aHeadThatIsTooLongIsRefused() throws IOException {
        assertThat(answer("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ");
        assertThat(answer("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
    }

    @Test
    void aBodyThatIsCutOffEndsTheConnection() throws IOException {
        assertThat(answer(RawClient.head("POST /sample/echo HTTP/1.1") + "Content-Length: 10\r\n\r\n[1"))
                .isEmpty();
    }

    @Test
    void theAnswersOfTheServerGoOn() {
        assertThat(SERVER.get("/sample/echo/a/b").statusCode()).isEqualTo(200);
    }
}
