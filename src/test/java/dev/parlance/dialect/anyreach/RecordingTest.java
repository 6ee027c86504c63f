package dev.parlance.dialect.anyreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Recording;
import dev.parlance.dialect.Served;
import dev.parlance.dialect.Sketch;
import dev.parlance.journal.Deed;
import dev.parlance.query.Row;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Desk;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Recordings that we hold, fetched by the addresses that answers give.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingTest {
    private static final byte[] SOUND = sound(700_001);

    private Served served;

    @BeforeAll
    void serve() {
        served = Served.of(
                Anyreach::dialect,
                List.of(
                        Sketch.of(1)
                                .recording(new Recording("calls/Gespräch 1.ogg", null, 3, "ogg"))
                                .row(),
                        Sketch.of(2)
                                .recording(new Recording("calls/lost.ogg", null, 3, "ogg"))
                                .row(),
                        Sketch.of(3)
                                .recording(new Recording("page.html", null, null, null))
                                .row(),
                        Sketch.of(4)
                                .recording(new Recording("empty.wav", null, null, null))
                                .row()));
        served.hold(1, "calls/Gespräch 1.ogg", "audio/ogg", SOUND);
        served.hold(3, "page.html", "text/html", "<script>".getBytes(StandardCharsets.UTF_8));
        served.hold(4, "empty.wav", "audio/wav", new byte[0]);
    }

    @AfterAll
    void close() {
        served.close();
    }

    @Test
    void aHeldRecordingHasAnAddressForAQuarterOfAnHour() {
        JsonNode details = details(1);
        assertThat(details.get("recording_url").stringValue())
                .startsWith("http://127.0.0.1:" + served.port() + "/files/" + Served.ONE.publicId() + "/");
        Instant expires = Instant.parse(details.get("expires_at").stringValue());
        assertThat(Duration.between(Instant.now(), expires)).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        assertThat(details.get("duration").intValue()).isEqualTo(3);
        assertThat(details.get("format").stringValue()).isEqualTo("ogg");
    }

    @Test
    void aRecordingWithoutBytesHasNoAddress() {
        assertThat(details(2).isNull()).isTrue();
    }

    @Test
    void theAddressGivesTheBytesWithoutAToken() {
        HttpResponse<byte[]> answer = served.fetch(url(1), "GET", Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(SOUND);
        assertThat(header(answer, "Content-Type")).isEqualTo("audio/ogg");
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Disposition")).isEqualTo("inline; filename*=UTF-8''Gespr%C3%A4ch%201.ogg");
    }

    @Test
    void whatABrowserCouldRunIsOnlySaved() {
        HttpResponse<byte[]> answer = served.fetch(url(3), "GET", Map.of());
        assertThat(header(answer, "Content-Disposition")).startsWith("attachment;");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("sandbox")
                .contains("default-src 'none'");
    }

    @Test
    void headTellsTheSizeAlone() {
        HttpResponse<byte[]> answer = served.fetch(url(1), "HEAD", Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Length")).isEqualTo("700001");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-, 0, 700000",
        "bytes=262143-262144, 262143, 262144",
        "bytes=262144-, 262144, 700000",
        "BYTES=100-9999999, 100, 700000",
        "bytes=-1, 700000, 700000",
        "bytes=-9999999, 0, 700000",
        "bytes=524287-524288, 524287, 524288"
    })
    void aRangeIsAnsweredAlone(String range, int first, int last) {
        HttpResponse<byte[]> answer = served.fetch(url(1), "GET", Map.of("Range", range));
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes " + first + "-" + last + "/700001");
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(SOUND, first, last + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "bytes=9-2", "bytes=-", "lines=1-2", "bytes=x-"})
    void aRangeThatCannotBeReadIsIgnored(String range) {
        HttpResponse<byte[]> answer = served.fetch(url(1), "GET", Map.of("Range", range));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSize(SOUND.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=700001-", "bytes=-0", "bytes=900000-900001"})
    void aRangePastTheEndIsRefused(String range) {
        HttpResponse<byte[]> answer = served.fetch(url(1), "GET", Map.of("Range", range));
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes */700001");
    }

    @Test
    void aFileWithoutBytesIsServedToo() {
        assertThat(served.fetch(url(4), "GET", Map.of()).body()).isEmpty();
        assertThat(served.fetch(url(4), "GET", Map.of("Range", "bytes=0-")).statusCode())
                .isEqualTo(416);
    }

    @Test
    void anUnchangedFileIsNotSentAgain() {
        String tag = header(served.fetch(url(1), "HEAD", Map.of()), "ETag");
        assertThat(served.fetch(url(1), "GET", Map.of("If-None-Match", tag)).statusCode())
                .isEqualTo(304);
        Map<String, String> part = Map.of("Range", "bytes=0-9", "If-Range", tag);
        assertThat(served.fetch(url(1), "GET", part).statusCode()).isEqualTo(206);
        Map<String, String> changed = Map.of("Range", "bytes=0-9", "If-Range", "\"other\"");
        assertThat(served.fetch(url(1), "GET", changed).statusCode()).isEqualTo(200);
    }

    @Test
    void anAddressThatIsNotAsItWasSignedIsForbidden() {
        String url = url(1);
        List<String> forged = List.of(
                url.replaceFirst("\\?.*", ""),
                url.replaceFirst("signature=.*", "signature="),
                url.replaceFirst("signature=.", "signature=~"),
                url.replaceFirst("expires=\\d", "expires=9"),
                url.replaceFirst("expires=\\d+", "expires=soon"),
                url.replaceFirst("/files/[^/]+/", "/files/" + new UUID(4, 4) + "/"),
                url(3).replaceFirst("/[^/?]+\\?", "/" + url.replaceFirst(".*/([^/?]+)\\?.*", "$1") + "?"));
        assertThat(forged).allSatisfy(each -> {
            HttpResponse<byte[]> answer = served.fetch(each, "GET", Map.of());
            assertThat(answer.statusCode()).as(each).isEqualTo(403);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"error\":{\"code\":\"forbidden\",\"message\":"
                            + "\"The signature of this address is missing or wrong.\"}}");
        });
    }

    @Test
    void anAddressOfNoFileIsNotFound() {
        String url = "http://127.0.0.1:" + served.port() + "/files/a/b?expires=1&signature=x";
        assertThat(served.fetch(url, "GET", Map.of()).statusCode()).isEqualTo(404);
        assertThat(served.fetch(url(1), "POST", Map.of()).statusCode()).isEqualTo(405);
    }

    @Test
    void theSafeScopeSeesNoAddress() {
        assertThat(served.get("safe", Anyreach.CONVERSATIONS).text()).doesNotContain("/files/");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsRedactedTakesTheRecordingAlong(boolean whole) {
        UUID said = new UUID(0x5000, 9);
        Message message = new Message(
                said, Author.CONTACT, null, Instant.parse("2026-03-01T00:00:09Z"), "A secret", List.of(), List.of());
        Row row = Sketch.of(9)
                .recording(new Recording("secret.ogg", null, 3, "ogg"))
                .messages(message)
                .row();
        try (Served own = Served.of(Anyreach::dialect, List.of(row))) {
            own.hold(9, "secret.ogg", "audio/ogg", SOUND);
            String path = Anyreach.CONVERSATIONS + "/" + row.conversation().id();
            String url =
                    own.get(path).json().at("/recording_details/recording_url").stringValue();
            assertThat(own.fetch(url, "HEAD", Map.of()).statusCode()).isEqualTo(200);
            Access full = Served.access("full");
            Deed redact = new Deed.Redact(whole ? null : said, null);
            own.doors().desk().act(full, row.conversation().id(), List.of(redact), Desk.stamp(full, null));
            assertThat(own.get(path).json().get("recording_details").isNull()).isTrue();
            assertThat(own.fetch(url, "GET", Map.of()).statusCode()).isEqualTo(404);
        }
    }

    private JsonNode details(int number) {
        return served.get(Anyreach.CONVERSATIONS + "?columns=recording_details")
                .json()
                .get(4 - number)
                .get("recording_details");
    }

    private String url(int number) {
        return details(number).get("recording_url").stringValue();
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    private static byte[] sound(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
