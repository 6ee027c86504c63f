package dev.parlance.responder;

import static dev.parlance.responder.Hotline.PATIENCE;
import static dev.parlance.responder.Hotline.say;
import static dev.parlance.store.Household.becomes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.By;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.KnowledgeItem;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import dev.parlance.journal.Change;
import dev.parlance.journal.Deed;
import dev.parlance.responder.Endpoint.Answered;
import dev.parlance.responder.Endpoint.Asked;
import dev.parlance.store.Household;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Contacts answered by a language model behind a chat endpoint.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelTest {
    private final Hotline line = new Hotline();
    private final Household house = line.house;

    @BeforeAll
    void know() {
        house.knowledge()
                .keep(
                        house.tenant().id(),
                        List.of(
                                item("returns", "Returns", "Goods can be returned within 30 days."),
                                item("shipping", "Shipping", "We ship goods within two days, by post."),
                                item("hours", "Opening hours", "We are open from 9 to 5 on weekdays.")));
    }

    @AfterEach
    void rest() {
        line.rest();
    }

    @AfterAll
    void close() {
        line.close();
    }

    @Test
    void theModelAnswersFromKnowledgeAndWhatItCitedIsApplied() {
        model("MODEL_KEY", request -> said("Within 30 days [1], says the rule [9]. Anything else?"));
        UUID id = house.open(say("Can goods be returned?"));
        Message answer = line.answered(id);
        assertThat(answer.text()).isEqualTo("Within 30 days, says the rule [9]. Anything else?");
        assertThat(answer.uses())
                .extracting(Use::resourceId, Use::kind, Use::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("returns", UseKind.APPLIED, "Returns"),
                        org.assertj.core.groups.Tuple.tuple("shipping", UseKind.AVAILABLE, "Shipping"));
        assertThat(house.changes(id, Change.Kind.STATE_CHANGED).getLast().by())
                .isEqualTo(new By(By.Kind.AI, "test-model"));
        Asked asked = line.endpoint().last();
        assertThat(asked.path()).isEqualTo("/v1/chat/completions");
        assertThat(asked.header("authorization")).isEqualTo("Bearer sk-secret");
        JsonNode messages = asked.json().get("messages");
        assertThat(asked.json().get("model").stringValue()).isEqualTo("test-model");
        assertThat(messages.get(0).get("role").stringValue()).isEqualTo("system");
        assertThat(messages.get(0).get("content").stringValue())
                .contains("[1] Returns\nGoods can be returned within 30 days.", "[2] Shipping")
                .doesNotContain("[3]");
        assertThat(messages.get(1).toString()).isEqualTo("{\"role\":\"user\",\"content\":\"Can goods be returned?\"}");
    }

    @Test
    void theModelIsToldWhatWasSaidAndByWhom() {
        model(null, request -> said("Yes."));
        UUID id = house.open(say("One?"), new Deed.Say(null, Author.HUMAN, "Ann", "Two.", List.of(), List.of()));
        house.act(id, say("Three?"));
        line.answered(id);
        assertThat(line.endpoint().last().header("authorization")).isEmpty();
        assertThat(line.endpoint().last().json().get("messages").values().stream()
                        .skip(1)
                        .map(each -> each.get("role").stringValue() + " "
                                + each.get("content").stringValue()))
                .containsExactly("user One?", "assistant Two.", "user Three?");
    }

    @Test
    void theModelHandsOff() {
        model(null, request -> said("I am sorry.\nHANDOFF: wants to cancel the order"));
        UUID id = house.open(say("Cancel it"));
        assertThat(becomes(PATIENCE, () -> house.conversation(id).handoff() != null))
                .isTrue();
        Handoff handoff = Objects.requireNonNull(house.conversation(id).handoff());
        assertThat(handoff.summary()).isEqualTo("wants to cancel the order");
        assertThat(house.row(id).messages().getLast().text()).isEqualTo("I am sorry.");
        assertThat(house.conversation(id).standing().supportRequired()).isTrue();
    }

    @Test
    void partsOfContentAreTakenTogether() {
        model(null, request -> Answered.good("""
                {"choices": [{"message": {"content": [{"type": "text", "text": "One "}, {"type": "text", "text": "two."}]}}]}
                """));
        assertThat(line.answered(house.open(say("hello"))).text()).isEqualTo("One two.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nonsense                                                                 | The model's endpoint answered with what is not JSON.
            {}                                                                       | The model's answer has no text.
            {"choices": []}                                                          | The model's answer has no text.
            {"choices": [{"message": {"content": "  "}}]}                            | The model's answer has no text.
            {"choices": [{"message": {"content": "and"}, "finish_reason": "length"}]} | The model's answer is cut off.
            """)
    void nonsenseIsShownToPeople(String nonsense, String reason) {
        model(null, request -> Answered.good(nonsense));
        line.set(new Responder.Model(
                line.endpoint().url("/v1"),
                "test-model",
                null,
                null,
                1,
                new Responder.Patience(Duration.ofSeconds(5), 1)));
        line.failsWith(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | The model's endpoint answered with status 401.
            503 | The model's endpoint answered with status 503. It was asked 2 times.
            """)
    void aFailingEndpointIsShownToPeople(int status, String reason) {
        model(null, request -> Answered.status(status));
        line.failsWith(reason);
    }

    @Test
    void aMissingKeyIsShownToPeople() {
        model("NO_KEY", request -> said("hello"));
        line.failsWith("The environment variable NO_KEY is not set where the server runs.");
        assertThat(line.endpoint().asked()).isEmpty();
    }

    @Test
    void instructionsReplaceOurs() {
        line.listen(request -> said("Ahoy."));
        line.set(new Responder.Model(
                line.endpoint().url("/v1/"),
                "test-model",
                null,
                "Speak like a pirate.",
                0,
                new Responder.Patience(Duration.ofSeconds(5), 1)));
        assertThat(line.answered(house.open(say("Can goods be returned?"))).uses())
                .isEmpty();
        assertThat(line.endpoint().last().path()).isEqualTo("/v1/chat/completions");
        assertThat(line.endpoint().last().json().at("/messages/0/content").stringValue())
                .startsWith("Speak like a pirate.")
                .contains("There is no knowledge about this.");
    }

    private void model(@org.jspecify.annotations.Nullable String key, Function<Asked, Answered> answer) {
        line.listen(answer);
        URI base = line.endpoint().url("/v1");
        line.set(new Responder.Model(
                base, "test-model", key, null, 5, new Responder.Patience(Duration.ofSeconds(5), 2)));
    }

    private static Answered said(String text) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("choices")
                .addObject()
                .putObject("message")
                .put("role", "assistant")
                .put("content", text);
        return Answered.good(body.toString());
    }

    private static KnowledgeItem item(String id, String title, String text) {
        return new KnowledgeItem(id, title, text, Instant.parse("2026-01-01T00:00:00Z"));
    }
}
