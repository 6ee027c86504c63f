package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilterFuzzTest {
    private static final int CASES = 4000;
    private static final List<String> PIECES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1.5",
            "1e400",
            "1e-400",
            "1e999999999",
            "9223372036854775808",
            "\"\"",
            "[]",
            "{}",
            "[[[]]]",
            "{\"a\":{\"b\":[]}}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\uD83D\uDE00\"",
            "\"2026-02-30\"",
            "\"%_\\\\\"",
            "\"' or 1=1--\"",
            "[null]",
            "[1,\"1\",true,{}]",
            "{\"from\":\"2026-03-01\",\"to\":5}",
            "{\"any\":[\"a\"],\"none\":[]}",
            "\"" + "x".repeat(2000) + "\"",
            "[" + "1,".repeat(1200) + "1]",
            "\"open\"",
            "\"0001-01-01\"",
            "253402300799999",
            "{\"custom_data\":[{\"a\":\"1e5\"}]}",
            "\"\u202E\"",
            "-0",
            "-0.0",
            "0e99",
            ",",
            ":",
            "}",
            "\"");

    private final Random random = new Random(20260325);

    @Test
    void noBodyIsAnsweredWithAFaultOfOurs() {
        try (Served served = Served.of(OpenCx::dialect, Shelf.rows())) {
            int good = 0;
            for (int i = 0; i < CASES; i++) {
                String body = body();
                Served.Answered answer = served.post("/chat/sessions/filter", body);
                assertThat(answer.status()).as(body).isIn(200, 400);
                good += answer.status() == 200 ? 1 : 0;
            }
            assertThat(good).isBetween(CASES / 20, CASES * 19 / 20);
        }
    }

    private String body() {
        StringBuilder filters = new StringBuilder();
        int members = 1 + random.nextInt(4);
        for (int i = 0; i < members; i++) {
            List<String> names = pick(Filters.MEMBERS).names();
            String value = random.nextInt(3) == 0 ? pick(PIECES) : FiltersTest.VALID.get(names.getFirst());
            filters.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(pick(names))
                    .append("\":")
                    .append(value);
        }
        String top =
                random.nextInt(4) == 0 ? ",\"" + pick(List.of("page", "limit", "sort_by")) + "\":" + pick(PIECES) : "";
        return mutated("{\"filters\":{" + filters + "}" + top + "}");
    }

    private String mutated(String body) {
        StringBuilder text = new StringBuilder(body);
        int changes = random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, pick(PIECES));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.setCharAt(at, (char) (' ' + random.nextInt(95)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 10)));
            }
        }
        return text.toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
