package dev.parlance.dialect.anyreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Step;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import dev.parlance.dialect.Served;
import dev.parlance.dialect.Sketch;
import dev.parlance.journal.Deed;
import dev.parlance.query.Row;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Desk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// Reading one conversation, speaking in it and ending it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationLifeTest {
    private static final Access FULL = Served.access("full");
    private static final List<State> STATES = List.of(State.values());

    private static final Use FOUND = new Use(
            ResourceType.ACTION,
            "find_order",
            UseKind.APPLIED,
            null,
            new JsonText("{\"order_id\":\"10442\"}"),
            new JsonText("{\"state\":\"sent\"}"),
            false);

    private Served served;
    private Reception reception;

    @BeforeAll
    void serve() {
        List<Row> rows = IntStream.range(0, 2 * STATES.size())
                .mapToObj(i -> Sketch.of(i + 1)
                        .state(STATES.get(i % STATES.size()))
                        .channel(Channel.WEB)
                        .row())
                .toList();
        served = Served.of(doors -> Anyreach.dialect(doors, Duration.ofSeconds(2)), rows);
        reception = new Reception(served);
    }

    @AfterAll
    void close() {
        served.close();
    }

    @BeforeEach
    void nobodyAnswers() {
        served.run("update tenant set answers = false");
    }

    @Test
    void aConversationIsReadWithWhatTheTokenMaySee() {
        String path = Anyreach.CONVERSATIONS + "/" + reception.conversation();
        assertThat(served.get(path).json().propertyNames()).hasSize(Column.values().length);
        assertThat(served.get("safe", path).json().propertyNames()).hasSize(14).doesNotContain("conversation");
        served.get("other", path).is(404, "{\"detail\":\"Conversation not found\"}");
        served.get("none", path).is(403, "{\"detail\":\"This token lacks the scope conversations:read.\"}");
        served.get(Anyreach.CONVERSATIONS + "/" + UUID.randomUUID()).is(404, "{\"detail\":\"Conversation not found\"}");
        served.get(Anyreach.CONVERSATIONS + "/17").is(404, "{\"detail\":\"Conversation not found\"}");
    }

    @Test
    void withoutAResponderTheMessageIsKeptAndTheSettingNamed() {
        String id = reception.conversation();
        Served.Answered answer = say(id, "{\"text\":\"Where is it?\"}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("parlance responder set").contains("The message is kept.");
        assertThat(contents(id)).containsExactly(Reception.GREETING, "Where is it?");
        assertThat(reception.conversation(id).at("/user_turn_count").intValue()).isEqualTo(1);
    }

    @Test
    void theResponderAnswersWithWhatItUsed() throws InterruptedException {
        served.run("update tenant set answers = true");
        String id = reception.conversation();
        Thread responder =
                afterQuestion(id, new Deed.Say(null, Author.AI, null, "It is sent.", List.of(), List.of(FOUND)));
        JsonNode plain = say(id, "{\"text\":\"Where is it?\",\"interactivity\":\"plain\"}")
                .json();
        responder.join();
        assertThat(plain.get("conversation_id").stringValue()).isEqualTo(id);
        assertThat(plain.get("reply").stringValue()).isEqualTo("It is sent.");
        assertThat(plain.get("tool_calls")).hasSize(2);
        assertThat(plain.at("/tool_calls/0/call_id")).isEqualTo(plain.at("/tool_calls/1/call_id"));
        assertThat(plain.at("/tool_calls/1/output").stringValue()).isEqualTo("{\"state\":\"sent\"}");
        assertThat(plain.has("widgets")).isFalse();

        Thread again = afterQuestion(id, said(Author.AI, "You are welcome."));
        JsonNode rich =
                say(id, "{\"text\":\"Thanks\",\"interactivity\":\"rich\"}").json();
        again.join();
        assertThat(rich.get("tool_calls")).isEmpty();
        assertThat(rich.get("widgets")).isEmpty();
        assertThat(contents(id))
                .containsExactly(Reception.GREETING, "Where is it?", "It is sent.", "Thanks", "You are welcome.");
    }

    @Test
    void anAnswerThatTakesTooLongIsLeftToTheConversation() {
        served.run("update tenant set answers = true");
        String id = reception.conversation();
        Served.Answered answer = say(id, "{\"text\":\"Hello?\"}");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).contains("The responder takes too long.");
        assertThat(contents(id)).containsExactly(Reception.GREETING, "Hello?");
    }

    @Test
    void aResponderThatFailsIsTold() {
        served.run("update tenant set answers = true");
        String id = reception.conversation();
        Thread failing = afterQuestion(
                id, new Deed.RaiseAttention(UUID.randomUUID(), "responder_failed", "The webhook answered 500."));
        Served.Answered answer = say(id, "{\"text\":\"Hello?\"}");
        join(failing);
        answer.is(503, "{\"detail\":\"The responder failed: The webhook answered 500. The message is kept.\"}");
    }

    @Test
    void whoAsksForAPersonGetsNoReply() {
        served.run("update tenant set answers = true");
        String id = reception.conversation();
        Thread handing = afterQuestion(id, new Deed.HandOff(new Handoff("A refund", null, null)));
        JsonNode answer = say(id, "{\"text\":\"A person, please\"}").json();
        join(handing);
        assertThat(answer.get("reply").stringValue()).isEmpty();
        act(id, Deed.Move.by(Step.TAKE_OVER));
        assertThat(say(id, "{\"text\":\"Are you there?\"}").json().get("reply").stringValue())
                .isEmpty();
    }

    @Test
    void aRepeatedMessageIsSaidOnce() {
        String id = reception.conversation();
        Map<String, String> headers =
                Map.of("Authorization", "Bearer full", "Content-Type", "application/json", "Idempotency-Key", "said");
        String path = Anyreach.CONVERSATIONS + "/" + id + "/messages";
        Served.Answered first = served.post(headers, path, "{\"text\":\"Once\"}");
        served.post(headers, path, "{\"text\":\"Once\"}").is(409, first.text());
        assertThat(contents(id)).containsExactly(Reception.GREETING, "Once");
        assertThat(served.post(headers, path, "{\"text\":\"Twice\"}").text())
                .contains("Another request was made under the same idempotency key.");
        assertThat(contents(id)).containsExactly(Reception.GREETING, "Once");
    }

    @Test
    void aMessageNeedsAText() {
        String id = reception.conversation();
        for (String body :
                List.of("{}", "{\"text\":\"\"}", "{\"text\":1}", "{\"text\":\"a\",\"interactivity\":\"loud\"}")) {
            assertThat(say(id, body).status()).as(body).isEqualTo(422);
        }
        assertThat(contents(id)).containsExactly(Reception.GREETING);
        assertThat(served.post("safe", Anyreach.CONVERSATIONS + "/" + id + "/messages", "{\"text\":\"a\"}")
                        .status())
                .isEqualTo(403);
        served.post("other", Anyreach.CONVERSATIONS + "/" + id + "/messages", "{\"text\":\"a\"}")
                .is(404, "{\"detail\":\"Conversation not found\"}");
    }

    @ParameterizedTest
    @EnumSource
    void aMessageIsTakenWhileTheConversationIsOpen(State state) {
        String id = sketched(STATES.indexOf(state) + 1);
        int before = contents(id).size();
        Served.Answered answer = say(id, "{\"text\":\"Hello?\"}");
        assertThat(answer.status()).isEqualTo(409);
        boolean open = !state.ended() && state != State.TOKEN_CREATED;
        assertThat(contents(id)).hasSize(before + (open ? 1 : 0));
        assertThat(answer.text())
                .contains(
                        open
                                ? "No responder"
                                : "The conversation is " + Status.of(state).word());
    }

    @ParameterizedTest
    @EnumSource
    void aConversationEndsOnce(State state) {
        String path = Anyreach.CONVERSATIONS + "/" + sketched(STATES.size() + STATES.indexOf(state) + 1);
        JsonNode before = served.get(path).json();
        Served.Answered ended = served.post(path + "/end", "");
        boolean refused = state.ended() && Status.of(state) != Status.COMPLETED;
        assertThat(ended.status()).as(ended.text()).isEqualTo(refused ? 409 : 200);
        assertThat(served.get(path).json().get("status").stringValue())
                .isEqualTo(refused ? Status.of(state).word() : "completed");
        if (state.ended()) {
            assertThat(served.get(path).json()).isEqualTo(before);
        }
    }

    @Test
    void endingTwiceIsEndingOnce() {
        String id = reception.conversation();
        String path = Anyreach.CONVERSATIONS + "/" + id + "/end";
        Served.Answered first = served.post(path, "");
        assertThat(first.json().get("status").stringValue()).isEqualTo("completed");
        assertThat(first.json().get("duration").intValue()).isZero();
        JsonNode after = reception.conversation(id);
        served.post(path, "{}").is(200, first.text());
        assertThat(reception.conversation(id)).isEqualTo(after);
        assertThat(served.post("safe", path, "").status()).isEqualTo(403);
        assertThat(served.post("manage", path, "").json().get("summary").isNull())
                .isTrue();
    }

    @Test
    void callsAndEmailsAreNotSpokenInOrEndedHere() {
        Served.Answered made = served.post(
                Anyreach.CONVERSATIONS,
                "{\"channel\":\"telephone\",\"user_id\":\"+46701740605\",\"agent_number\":\"+4684468150\"}");
        String path = Anyreach.CONVERSATIONS + "/"
                + made.json().at("/conversation/id").stringValue();
        String detail = "{\"detail\":\"This is possible in text conversations only, and this is one by telephone.\"}";
        served.post(path + "/messages", "{\"text\":\"Hello\"}").is(409, detail);
        served.post(path + "/end", "").is(409, detail);
    }

    private static String sketched(long number) {
        return Sketch.of(number).row().conversation().id().toString();
    }

    private Served.Answered say(String id, String body) {
        return served.post(Anyreach.CONVERSATIONS + "/" + id + "/messages", body);
    }

    private List<String> contents(String id) {
        return reception.conversation(id).at("/conversation/items").values().stream()
                .filter(item -> item.get("type").stringValue().equals("message"))
                .map(item -> item.at("/content/0").stringValue())
                .toList();
    }

    /// What a responder does, once the conversation has one more message.
    private Thread afterQuestion(String id, Deed deed) {
        int before = contents(id).size();
        return Thread.ofVirtual().start(() -> {
            while (contents(id).size() == before) {
                Thread.onSpinWait();
            }
            act(id, deed);
            served.run("delete from scheduled_tasks");
        });
    }

    private void act(String id, Deed deed) {
        served.doors().desk().act(FULL, UUID.fromString(id), List.of(deed), Desk.stamp(FULL, null));
    }

    private static Deed said(Author author, String text) {
        return new Deed.Say(null, author, null, text, List.of(), List.of());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
