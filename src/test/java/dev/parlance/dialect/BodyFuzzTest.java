package dev.parlance.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Channel;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import dev.parlance.dialect.ohallo.OHallo;
import dev.parlance.dialect.parrotmob.ParrotMob;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Good bodies made worse, the same ones every time: none is answered with a fault of ours.
class BodyFuzzTest {
    private static final int CASES = 1200;
    private static final List<String> PIECES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "1e999999999",
            "9223372036854775808",
            "253402300799999",
            "\"\"",
            "[]",
            "{}",
            "[[[]]]",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\uD83D\uDE00\"",
            "\"9999-12-31T23:59:59Z\"",
            "\"0001-01-01\"",
            "\"" + "x".repeat(4000) + "\"",
            "\"http://[::1\"",
            "{\"id\":{}}",
            "[null,1]",
            ",",
            ":",
            "}",
            "\"");

    private final Random random = new Random(20261121);

    @Test
    void ohalloAnswersWhateverIsSent() {
        String workspace = StableId.workspace("default").toString();
        String channel = StableId.channel("default", Channel.WEB, "web").toString();
        String one = "/api/conversations/" + Sketch.id(1) + "/";
        run(
                Served.of(
                        OHallo::dialect,
                        List.of(Sketch.of(1).state(State.HUMAN_MANAGED).row())),
                Map.of(
                        "/api/conversations/compose",
                        "{\"workspaceId\":\"" + workspace + "\",\"channelId\":\"" + channel
                                + "\",\"contactEmail\":\"a@b.c\",\"contactPhone\":\"+43123\",\"contactName\":\"A B\","
                                + "\"subject\":\"s\",\"content\":\"c\"}",
                        one + "reply",
                        "{\"content\":\"Hello.\"}",
                        one + "assign",
                        "{\"userId\":\"usr_1\"}",
                        "/api/contacts",
                        "{\"workspaceId\":\"" + workspace + "\",\"name\":\"A B\",\"email\":\"a@b.c\"}"));
    }

    @Test
    void parrotMobAnswersWhateverIsSent() {
        run(
                Served.of(ParrotMob::dialect, List.of()),
                Map.of(
                        "/api/v2/accounts/me/conversations",
                        "{\"audience_membership_id\":\"m\",\"conversation_graph_id\":\"g\",\"inaction_ttl\":60,"
                                + "\"scheduled_at\":\"2090-01-01T00:00:00Z\",\"expires_at\":\"2090-01-02T00:00:00Z\"}",
                        "/api/v2/accounts/me/conversation-messages",
                        "{\"audience_membership\":{\"mobile_phone_number\":\"+15551234567\"},\"text\":\"Hi.\","
                                + "\"media_content_urls\":[\"https://a.b/c.jpg\"]}"));
    }

    private void run(Served served, Map<String, String> bodies) {
        try (served) {
            List<String> paths = bodies.keySet().stream().sorted().toList();
            int good = 0;
            for (int i = 0; i < CASES; i++) {
                String path = pick(paths);
                String body = mutated(bodies.getOrDefault(path, ""));
                Served.Answered answer = served.post(path, body);
                assertThat(answer.status()).as(path + " " + body).isIn(200, 201, 400, 404, 409, 422);
                good += answer.status() / 100 == 2 ? 1 : 0;
            }
            assertThat(good).isBetween(CASES / 20, CASES * 19 / 20);
        }
    }

    private String mutated(String body) {
        StringBuilder text = new StringBuilder(body);
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, pick(PIECES));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.setCharAt(at, (char) (' ' + random.nextInt(95)));
                default -> replaceValue(text, at);
            }
        }
        return text.toString();
    }

    /// The next value that is a text or a number becomes something else.
    private void replaceValue(StringBuilder text, int at) {
        int colon = text.indexOf(":", at);
        int end = colon < 0 ? -1 : text.indexOf(",", colon);
        if (colon >= 0 && end >= 0) {
            text.replace(colon + 1, end, pick(PIECES));
        }
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
