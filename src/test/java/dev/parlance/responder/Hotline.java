package dev.parlance.responder;

import static dev.parlance.store.Household.becomes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.By;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.journal.Change;
import dev.parlance.journal.Deed;
import dev.parlance.responder.Endpoint.Answered;
import dev.parlance.responder.Endpoint.Asked;
import dev.parlance.store.Household;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// A tenant whose contacts are answered by an endpoint.
final class Hotline implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    final Household house = new Household();
    private Endpoint endpoint = Endpoint.saying("{\"text\": \"hello\"}");

    Hotline() {
        house.serveAnswers(
                Map.of("HOOK_SECRET", "whsec_" + Base64.getEncoder().encodeToString(KEY), "MODEL_KEY", "sk-secret"));
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /// From now on the webhook answers so.
    void answer(Function<Asked, Answered> answer) {
        answer(new Responder.Patience(Duration.ofSeconds(10), 4), answer);
    }

    void answer(Responder.Patience patience, Function<Asked, Answered> answer) {
        listen(answer);
        set(new Responder.Webhook(endpoint.url("/turns"), "HOOK_SECRET", patience));
    }

    void listen(Function<Asked, Answered> answer) {
        endpoint.close();
        endpoint = Endpoint.that(answer);
    }

    void set(Responder responder) {
        house.responders().set(house.tenant().id(), responder);
    }

    /// The responder gets nothing to do any more.
    void rest() {
        house.responders().set(house.tenant().id(), null);
        endpoint.close();
    }

    /// The message stays, a person is asked for, and the reason is there to read without anybody's words.
    void failsWith(String reason) {
        UUID id = house.open(say("my private words"));
        assertThat(becomes(PATIENCE, () -> !house.attention(id).isEmpty())).isTrue();
        assertThat(house.attention(id)).singleElement().satisfies(item -> {
            assertThat(item.type()).isEqualTo("responder_failed");
            assertThat(item.reason()).isEqualTo(reason);
        });
        Conversation conversation = house.conversation(id);
        assertThat(conversation.standing().supportRequired()).isTrue();
        assertThat(conversation.standing().openAttention()).isOne();
        assertThat(house.row(id).messages())
                .singleElement()
                .satisfies(message -> assertThat(message.text()).isEqualTo("my private words"));
        Change raised = house.changes(id, Change.Kind.ATTENTION_RAISED).getFirst();
        assertThat(raised.by()).isEqualTo(By.system("responder"));
    }

    /// The AI's answer, once it is there.
    Message answered(UUID id) {
        assertThat(becomes(PATIENCE, () -> house.row(id).messages().getLast().author() == Author.AI))
                .as(() -> house.attention(id).toString())
                .isTrue();
        return house.row(id).messages().getLast();
    }

    /// Nothing is left to answer.
    void settles() {
        assertThat(becomes(PATIENCE, () -> house.wakes("answer") == 0)).isTrue();
    }

    static Deed say(String text) {
        return new Deed.Say(null, Author.CONTACT, null, text, List.of(), List.of());
    }

    static void waits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        endpoint.close();
        house.close();
    }
}
