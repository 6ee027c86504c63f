package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WriteFuzzTest {
    private static final int CASES = 3000;
    private static final String SESSION = new UUID(0, 2).toString();

    /// Good requests: method, path, body.
    private static final List<List<String>> SEEDS = List.of(
            List.of("POST", "/chat/sessions", "{\"channel\":{\"type\":\"web\"},\"verified\":true}"),
            List.of(
                    "PATCH",
                    "/chat/sessions/" + SESSION,
                    "{\"status\":\"open\",\"session_closed_payload\":{\"a\":[1]}}"),
            List.of("PATCH", "/chat/sessions/" + SESSION, "{\"status\":\"closed_resolved\"}"),
            List.of(
                    "POST",
                    "/chat/sessions/" + SESSION + "/send",
                    "{\"sender\":\"contact\",\"message\":{\"type\":\"text\",\"text\":\"hello\"},\"contact\":{\"name\":\"a\","
                            + "\"email\":\"a@b.example\",\"custom_data\":{\"a\":\"b\"}},\"custom_data\":{\"c\":1.5}}"),
            List.of(
                    "POST",
                    "/chat/sessions/" + SESSION + "/send",
                    "{\"sender\":\"agent\",\"agent\":{\"id\":7,\"name\":\"Ann\"},\"should_take_over_session_from_ai\":true,"
                            + "\"message\":{\"attachments\":[{\"name\":\"a\",\"base64\":\"YWFh\",\"mime_type\":\"image/png\"},"
                            + "{\"url\":\"https://a.example/b\"}]}}"),
            List.of(
                    "POST",
                    "/contacts",
                    "{\"contact\":{\"email\":\"x@y.example\",\"phone\":\"+1\",\"custom_data\":{\"n\":1}}}"),
            List.of(
                    "PUT",
                    "/tags",
                    "{\"tag_name\":\"t\",\"description\":\"d\",\"exclude_from_auto_tagging\":false,\"category_id\":null}"),
            List.of("POST", "/redaction/session", "{\"sessionId\":\"" + new UUID(0, 3) + "\",\"reason\":\"r\"}"));

    private static final List<String> PIECES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "1e999999999",
            "1e-400",
            "9223372036854775808",
            "\"\"",
            "[]",
            "{}",
            "[[[]]]",
            "{\"a\":{\"b\":[]}}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\uD83D\uDE00\"",
            "\"" + "x".repeat(4000) + "\"",
            "\"%00' or 1=1--\"",
            "\"\u202E\\r\\n\"",
            "\"../../a\"",
            "\"data:;base64,YQ==\"",
            "\"http://[::1\"",
            "7".repeat(2000),
            ",",
            ":",
            "}",
            "\"");

    private final Random random = new Random(20261120);

    @Test
    void noBodyIsAnsweredWithAFaultOfOurs() {
        try (Served served = Served.of(OpenCx::dialect, Shelf.rows())) {
            Map<Integer, Integer> seen = new TreeMap<>();
            for (int i = 0; i < CASES; i++) {
                List<String> seed = pick(SEEDS);
                String body = mutated(seed.get(2));
                Served.Answered answer = served.call("full", seed.get(0), seed.get(1), body);
                assertThat(answer.status()).as(seed.get(1) + ": " + body).isIn(200, 400, 404, 409);
                seen.merge(answer.status(), 1, Integer::sum);
            }
            assertThat(seen.get(200)).isBetween(CASES / 20, CASES * 19 / 20);
            for (String path :
                    List.of("/chat/sessions", "/contacts", "/tags", "/chat/sessions/" + SESSION + "/history")) {
                assertThat(served.get(path).status()).isEqualTo(200);
            }
        }
    }

    private String mutated(String body) {
        StringBuilder text = new StringBuilder(body);
        int changes = 1 + random.nextInt(2);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, pick(PIECES));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.setCharAt(at, (char) (' ' + random.nextInt(95)));
                case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 10)));
                default -> replaceValue(text, at);
            }
        }
        return text.toString();
    }

    private void replaceValue(StringBuilder text, int from) {
        int start = text.indexOf(":", from) + 1;
        int end = start;
        while (start > 0 && end < text.length() && ",}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        text.replace(start, end, start == 0 ? "" : pick(PIECES));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
