package dev.parlance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.Message;
import dev.parlance.journal.Deed;
import dev.parlance.problem.Refusal;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Permission;
import dev.parlance.tenant.Replies;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Waiting for an answer, as seen before a responder answers, while it does, and after.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepliesTest {
    private final Household house = new Household();
    private final Access access =
            new Access(house.tenant(), new UUID(1, 1), Set.of(Permission.CONVERSATIONS_WRITE), null, 0);
    private final Replies replies = new Replies(new PostgresTurns(house.store().database()));

    @BeforeAll
    void answer() {
        assertThat(replies.areExpected(access)).isFalse();
        house.run("update tenant set answers = true");
        assertThat(replies.areExpected(access)).isTrue();
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void anAnswerIsAwaited() throws InterruptedException {
        UUID id = house.open(say(Author.CONTACT, "question"));
        UUID question = last(id);
        assertThat(await(id, question, Duration.ZERO)).isEqualTo(new Replies.Reply.Late());
        Thread answering = Thread.ofVirtual().start(() -> {
            sleep(Duration.ofMillis(300));
            house.act(id, say(Author.AI, "answer"));
        });
        Replies.Reply reply = await(id, question, Duration.ofSeconds(10));
        answering.join();
        assertThat(reply).isEqualTo(new Replies.Reply.Said(List.of(message(id)), false));
        house.act(id, say(Author.CONTACT, "more"), say(Author.AI, "another answer"));
        assertThat(await(id, question, Duration.ZERO)).isEqualTo(reply);
    }

    @Test
    void whatTheContactAddedIsAnsweredTogetherWithIt() {
        UUID id = house.open(say(Author.CONTACT, "question"));
        UUID question = last(id);
        house.act(id, say(Author.CONTACT, "and more"));
        house.act(id, say(Author.AI, "answer"));
        assertThat(await(id, question, Duration.ZERO)).isEqualTo(new Replies.Reply.Said(List.of(message(id)), false));
    }

    @Test
    void aHandoffAFailureAndSilenceAreTold() {
        UUID id = house.open(say(Author.CONTACT, "question"));
        UUID question = last(id);
        house.run("delete from scheduled_tasks");
        assertThat(await(id, question, Duration.ofMinutes(1))).isEqualTo(new Replies.Reply.Silence());
        house.act(id, new Deed.RaiseAttention(UUID.randomUUID(), "responder_failed", "It is away."));
        assertThat(await(id, question, Duration.ofMinutes(1))).isEqualTo(new Replies.Reply.Failed("It is away."));
        house.act(id, new Deed.HandOff(new Handoff("a refund", null, null)));
        assertThat(await(id, question, Duration.ofMinutes(1))).isEqualTo(new Replies.Reply.HandedOff());
    }

    @Test
    void aMessageOfAnotherConversationIsNotFound() {
        UUID one = house.open(say(Author.CONTACT, "question"));
        UUID other = house.open(say(Author.CONTACT, "question"));
        assertThatThrownBy(() -> await(one, last(other), Duration.ZERO)).isInstanceOf(Refusal.class);
    }

    private Replies.Reply await(UUID id, UUID message, Duration patience) {
        return replies.await(access, id, message, patience);
    }

    private UUID last(UUID id) {
        return message(id).id();
    }

    private Message message(UUID id) {
        return house.row(id).messages().getLast();
    }

    private static Deed say(Author author, String text) {
        return new Deed.Say(null, author, null, text, List.of(), List.of());
    }

    private static void sleep(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
