package dev.parlance.responder;

import static dev.parlance.responder.Hotline.waits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.responder.Endpoint.Answered;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people get to see when a webhook gives no answer.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookFailuresTest {
    private final Hotline line = new Hotline();

    @AfterEach
    void rest() {
        line.rest();
    }

    @AfterAll
    void close() {
        line.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 | 2 | The webhook answered with status 500. It was asked 2 times.
            429 | 1 | The webhook answered with status 429.
            400 | 1 | The webhook answered with status 400.
            302 | 1 | The webhook answered with status 302.
            """)
    void aFailureIsShownToPeople(int status, int attempts, String reason) {
        line.answer(
                new Responder.Patience(Duration.ofSeconds(5), attempts),
                request -> new Answered(status, Map.of("Location", "http://127.0.0.1:1/"), "secret words"));
        line.failsWith(reason);
        assertThat(line.endpoint().asked()).hasSize(attempts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nonsense                                                      | it is not JSON
            []                                                            | it is not a JSON object
            {}                                                            | it has neither text nor handoff
            {"text": ""}                                                  | text is empty
            {"text": 1}                                                   | text is not text
            {"text": "a\\u0000"}                                          | it is text holds U+0000
            {"text": "a", "uses": {}}                                     | uses is not an array of at most 1000
            {"text": "a", "uses": [{"type": "knowledge", "id": "k"}]}     | uses[0].kind is missing
            {"text": "a", "uses": [{"type": "book", "kind": "applied"}]}  | uses[0].type is none of action, instruction, knowledge
            {"text": "a", "uses": [{"type": "action", "kind": "applied"}]} | uses[0].id is missing
            {"text": "a", "uses": [{"type": "action", "id": "a", "kind": "available"}]} | uses[0].kind is available, and an action is only ever applied
            {"handoff": true}                                             | handoff is not an object
            {"handoff": {"sentiment": "furious"}}                         | handoff.sentiment is none of angry, happy, neutral
            """)
    void nonsenseIsShownToPeople(String nonsense, String reason) {
        line.answer(request -> Answered.good(nonsense));
        line.failsWith("The webhook's answer cannot be used: " + reason + ".");
        assertThat(line.endpoint().asked()).hasSize(1);
    }

    @Test
    void silenceOfTheWebhookIsShownToPeople() {
        CountDownLatch never = new CountDownLatch(1);
        line.answer(new Responder.Patience(Duration.ofSeconds(1), 1), request -> {
            waits(never);
            return Answered.good("{\"text\": \"too late\"}");
        });
        line.failsWith("The webhook did not answer within 1 seconds.");
        never.countDown();
    }

    @Test
    void anEndlessAnswerIsBrokenOff() {
        line.answer(
                new Responder.Patience(Duration.ofSeconds(5), 2),
                request -> Answered.good("{\"text\": \"" + "x".repeat(2 << 20) + "\"}"));
        line.failsWith("The webhook cannot be reached, or broke off (IOException). It was asked 2 times.");
    }

    @Test
    void nobodyListeningIsShownToPeople() {
        line.set(webhook("http://127.0.0.1:1/", "HOOK_SECRET"));
        line.failsWith("The webhook cannot be reached, or broke off (ConnectException).");
    }

    @Test
    void aMissingSecretIsShownToPeople() {
        line.set(webhook("http://127.0.0.1:1/", "NO_SECRET"));
        line.failsWith("The environment variable NO_SECRET is not set where the server runs.");
    }

    private static Responder webhook(String url, String variable) {
        return new Responder.Webhook(URI.create(url), variable, new Responder.Patience(Duration.ofSeconds(5), 1));
    }
}
