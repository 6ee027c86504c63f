package dev.parlance.responder;

import static dev.parlance.responder.Hotline.PATIENCE;
import static dev.parlance.responder.Hotline.say;
import static dev.parlance.responder.Hotline.waits;
import static dev.parlance.store.Household.becomes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.By;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Step;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import dev.parlance.journal.Change;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Drafts;
import dev.parlance.responder.Endpoint.Answered;
import dev.parlance.responder.Endpoint.Asked;
import dev.parlance.store.Household;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Contacts answered by an address of the tenant's.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookTest {
    private final Hotline line = new Hotline();
    private final Household house = line.house;

    @AfterEach
    void rest() {
        line.rest();
    }

    @AfterAll
    void close() {
        line.close();
    }

    @Test
    void theWebhookIsToldOfTheTurnAndItsAnswerIsSaid() throws Exception {
        line.answer(request -> Answered.good("""
                {"text": "Here it is.", "uses": [
                  {"type": "knowledge", "id": "returns", "kind": "applied", "name": "Returns"},
                  {"type": "action", "id": "look_up", "kind": "applied", "arguments": {"order": 1}, "result": [2], "error": false},
                  {"type": "instruction", "id": "tone", "kind": "available"}], "more": true}
                """));
        UUID id = house.open(say("Where is my order?"));
        Message said = line.answered(id);
        assertThat(said.author()).isEqualTo(Author.AI);
        assertThat(said.text()).isEqualTo("Here it is.");
        assertThat(said.uses()).extracting(Use::resourceId).containsExactly("returns", "look_up", "tone");
        assertThat(said.uses().getFirst().kind()).isEqualTo(UseKind.APPLIED);
        assertThat(said.uses().getFirst().type()).isEqualTo(ResourceType.KNOWLEDGE);
        assertThat(house.conversation(id).state()).isEqualTo(State.ACTIVE);
        Change moved = house.changes(id, Change.Kind.STATE_CHANGED).getLast();
        assertThat(moved.by()).isEqualTo(new By(By.Kind.AI, "webhook"));
        Asked asked = line.endpoint().last();
        assertThat(asked.header("content-type")).isEqualTo("application/json");
        assertThat(asked.header("webhook-signature")).isEqualTo("v1," + signature(asked));
        assertThat(Long.parseLong(asked.header("webhook-timestamp")))
                .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(30L));
        JsonNode body = asked.json();
        assertThat(body.get("type").stringValue()).isEqualTo("conversation.turn");
        JsonNode data = body.get("data");
        assertThat(data.at("/conversation/id").stringValue()).isEqualTo(id.toString());
        assertThat(data.at("/messages/0/text").stringValue()).isEqualTo("Where is my order?");
        assertThat(data.get("message_id")).isEqualTo(data.at("/messages/0/id"));
    }

    @Test
    void theWebhookHandsOff() {
        line.answer(request -> Answered.good("""
                {"text": "A colleague will help.", "handoff": {"summary": "wants a refund", "sentiment": "angry"}}
                """));
        UUID id = house.open(say("A person, please!"));
        assertThat(becomes(PATIENCE, () -> house.conversation(id).handoff() != null))
                .isTrue();
        Conversation conversation = house.conversation(id);
        assertThat(Objects.requireNonNull(conversation.handoff()).summary()).isEqualTo("wants a refund");
        assertThat(conversation.handoff().sentiment()).isEqualTo(Sentiment.ANGRY);
        assertThat(conversation.standing().supportRequired()).isTrue();
        assertThat(house.row(id).messages().getLast().text()).isEqualTo("A colleague will help.");
        house.act(id, say("Hello?"));
        line.settles();
        assertThat(line.endpoint().asked())
                .as("a person was asked for, and none has come")
                .hasSize(1);
    }

    @Test
    void aPassingFailureIsTriedAgainUnderTheSameId() {
        AtomicInteger count = new AtomicInteger();
        line.answer(request ->
                count.incrementAndGet() < 3 ? Answered.status(503) : Answered.good("{\"text\": \"at last\"}"));
        UUID id = house.open(say("anybody?"));
        assertThat(line.answered(id).text()).isEqualTo("at last");
        assertThat(line.endpoint().asked()).hasSize(3);
        assertThat(line.endpoint().asked().stream().map(each -> each.header("webhook-id")))
                .containsOnly(line.endpoint().last().header("webhook-id"));
        assertThat(house.attention(id)).isEmpty();
    }

    @Test
    void aPauseThatIsAskedForIsMade() {
        AtomicInteger count = new AtomicInteger();
        line.answer(request -> count.incrementAndGet() < 2
                ? new Answered(429, Map.of("Retry-After", "3"), "")
                : Answered.good("{\"text\": \"now\"}"));
        Instant began = Instant.now();
        UUID id = house.open(say("anybody?"));
        assertThat(line.answered(id).text()).isEqualTo("now");
        assertThat(Duration.between(began, Instant.now())).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(15));
    }

    @Test
    void aWebhookMayAnswerLaterByItself() {
        line.answer(request -> Answered.status(204));
        UUID id = house.open(say("hello"));
        line.settles();
        assertThat(line.endpoint().asked()).hasSize(1);
        assertThat(house.row(id).messages()).hasSize(1);
        assertThat(house.attention(id)).isEmpty();
    }

    @Test
    void whatIsSaidMeanwhileIsAnsweredToo() {
        CountDownLatch more = new CountDownLatch(1);
        AtomicInteger count = new AtomicInteger();
        line.answer(request -> {
            if (count.incrementAndGet() == 1) {
                waits(more);
            }
            int messages = request.json().at("/data/messages").size();
            return Answered.good("{\"text\": \"to " + messages + "\"}");
        });
        UUID id = house.open(say("one"));
        assertThat(becomes(PATIENCE, () -> line.endpoint().asked().size() == 1)).isTrue();
        house.act(id, say("two"));
        assertThat(line.answered(id).text()).isEqualTo("to 2");
        more.countDown();
        line.settles();
        assertThat(house.row(id).messages()).hasSize(3);
    }

    @Test
    void anAnswerStandsWhenOnlySomethingElseChangedMeanwhile() {
        AtomicInteger count = new AtomicInteger();
        UUID[] id = new UUID[1];
        line.answer(request -> {
            count.incrementAndGet();
            house.act(id[0], new Deed.Tag(Set.of("meanwhile"), Set.of()));
            return Answered.good("{\"text\": \"all the same\"}");
        });
        id[0] = house.open();
        house.act(id[0], say("one"));
        assertThat(line.answered(id[0]).text()).isEqualTo("all the same");
        assertThat(count).hasValue(1);
    }

    @Test
    void anAnswerIsDroppedWhenAPersonTookOverMeanwhile() {
        UUID[] id = new UUID[1];
        line.answer(request -> {
            house.act(id[0], Deed.Move.by(Step.TAKE_OVER));
            return Answered.good("{\"text\": \"too late\"}");
        });
        id[0] = house.open();
        house.act(id[0], say("one"));
        line.settles();
        assertThat(house.row(id[0]).messages()).hasSize(1);
        assertThat(house.conversation(id[0]).state()).isEqualTo(State.HUMAN_MANAGED);
        house.act(id[0], say("two"));
        line.settles();
        assertThat(line.endpoint().asked()).hasSize(1);
    }

    @Test
    void inAssistModeTheAnswerIsADraftForPeople() {
        line.answer(request -> Answered.good("{\"text\": \"a draft\"}"));
        UUID id = UUID.randomUUID();
        house.write(Drafts.of("assisted").id(id).state(State.ACTIVE).assisted().put());
        house.act(id, say("hello"));
        assertThat(becomes(PATIENCE, () -> !house.changes(id, Change.Kind.NOTED).isEmpty()))
                .isTrue();
        assertThat(house.row(id).messages()).hasSize(1);
    }

    @Test
    void importsAreNotAnswered() {
        line.answer(request -> Answered.good("{\"text\": \"hello\"}"));
        house.write(Drafts.of("imported")
                .state(State.ACTIVE)
                .messages(Drafts.message(Author.CONTACT, "hello"))
                .put());
        line.settles();
        assertThat(line.endpoint().asked()).isEmpty();
    }

    @Test
    void withoutAResponderNobodyIsAsked() {
        UUID id = house.open(say("hello"));
        assertThat(house.wakes("answer")).isZero();
        assertThat(house.row(id).messages()).hasSize(1);
    }

    private static String signature(Asked asked) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Hotline.KEY, "HmacSHA256"));
        String signed = asked.header("webhook-id") + "." + asked.header("webhook-timestamp") + "." + asked.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
