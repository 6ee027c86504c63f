package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AttachmentsTest {
    private static final Served SERVED = Served.of(OpenCx::dialect, Shelf.rows());
    private static final Talks TALKS = new Talks(SERVED);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void whatComesByAddressIsGivenBackAsItCame() {
        UUID id = TALKS.create("{}");
        TALKS.send(id, """
                {"message":{"attachments":[
                {"name":"receipt.pdf","url":"https://files.example.com/a/r.pdf?x=1","mime_type":"application/pdf"},
                {"url":"http://files.example.com/photos/cat.png"},{"url":"https://files.example.com"}]}}
                """);
        JsonNode attachments = TALKS.history(id).getFirst().at("/event/attachments");
        assertThat(attachments.at("/0/name").stringValue()).isEqualTo("receipt.pdf");
        assertThat(attachments.at("/0/url").stringValue()).isEqualTo("https://files.example.com/a/r.pdf?x=1");
        assertThat(attachments.at("/0/type").stringValue()).isEqualTo("application/pdf");
        assertThat(attachments.at("/0/size").intValue()).isZero();
        assertThat(attachments.at("/1/name").stringValue()).isEqualTo("cat.png");
        assertThat(attachments.at("/2/name").stringValue()).isEqualTo("attachment");
        assertThat(TALKS.told(id)).containsExactly("message contact");
    }

    @Test
    void bytesAreKeptAndServedUnderASignedAddressWithRanges() throws IOException, InterruptedException {
        byte[] bytes = new byte[600_000];
        new Random(3).nextBytes(bytes);
        UUID id = TALKS.create("{}");
        TALKS.send(
                id,
                "{\"message\":{\"text\":\"Here\",\"attachments\":[{\"name\":\"Ä b/ü.bin\",\"mime_type\":\"image/png\",\"base64\":\""
                        + Base64.getEncoder().encodeToString(bytes) + "\"}]}}");
        JsonNode attachment = TALKS.history(id).getFirst().at("/event/attachments/0");
        assertThat(attachment.get("size").intValue()).isEqualTo(bytes.length);
        assertThat(attachment.get("type").stringValue()).isEqualTo("image/png");
        String url = attachment.get("url").stringValue();
        HttpResponse<byte[]> whole = fetch(url, null);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(bytes);
        assertThat(whole.headers().firstValue("Content-Type")).contains("image/png");
        HttpResponse<byte[]> part = fetch(url, "bytes=262140-262150");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(bytes, 262_140, 262_151));
        assertThat(fetch(url.replace("signature=", "signature=_"), null).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aDataUrlSaysWhatItIs() throws IOException, InterruptedException {
        UUID id = TALKS.create("{}");
        String text = Base64.getMimeEncoder(20, new byte[] {'\n'})
                .encodeToString("Hello, this is a letter.".getBytes(StandardCharsets.UTF_8))
                .replace("\n", "\\n");
        TALKS.send(
                id,
                "{\"message\":{\"attachments\":[{\"base64\":\"data:text/plain;charset=utf-8;base64," + text
                        + "\"},{\"base64\":\"YQ==\"}]}}");
        JsonNode attachments = TALKS.history(id).getFirst().at("/event/attachments");
        assertThat(attachments.at("/0/type").stringValue()).isEqualTo("text/plain");
        assertThat(attachments.at("/1/type").stringValue()).isEqualTo("application/octet-stream");
        HttpResponse<byte[]> letter = fetch(attachments.at("/0/url").stringValue(), null);
        assertThat(new String(letter.body(), StandardCharsets.UTF_8)).isEqualTo("Hello, this is a letter.");
    }

    @Test
    void sentTwiceUnderAKeyTheBytesAreKeptOnce() {
        UUID id = TALKS.create("{}");
        TALKS.once("POST", Talks.path(id) + "/send", "{\"message\":{\"attachments\":[{\"base64\":\"YQ==\"}]}}", null);
        assertThat(TALKS.history(id)).hasSize(1);
    }

    @Test
    void whenAMessageIsRedactedItsBytesAreGoneAtOnce() throws IOException, InterruptedException {
        UUID id = TALKS.create("{}");
        UUID first = TALKS.send(id, "{\"message\":{\"attachments\":[{\"base64\":\"YWE=\"}]}}");
        TALKS.send(id, "{\"message\":{\"attachments\":[{\"base64\":\"YmI=\"}]}}");
        String one = url(id, 0);
        String two = url(id, 1);
        SERVED.post("/redaction/message", "{\"messageId\":\"" + first + "\"}");
        assertThat(fetch(one, null).statusCode()).isEqualTo(404);
        assertThat(fetch(two, null).statusCode()).isEqualTo(200);
        SERVED.post("/redaction/session", "{\"sessionId\":\"" + id + "\"}");
        assertThat(fetch(two, null).statusCode()).isEqualTo(404);
        assertThat(TALKS.history(id))
                .allMatch(item -> item.at("/event/attachments").isEmpty());
    }

    private static String url(UUID session, int place) {
        return TALKS.history(session).get(place).at("/event/attachments/0/url").stringValue();
    }

    private static HttpResponse<byte[]> fetch(String url, @org.jspecify.annotations.Nullable String range)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (range != null) {
            request.header("Range", range);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
