package dev.parlance.journal;

import static dev.parlance.journal.Drafts.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettlementTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00.123456789Z");
    private static final Instant EARLY_MICROS = Instant.parse("2026-01-01T00:00:00.123456Z");

    private static Settled settle(Drafts draft) {
        return again(draft, null, NOW);
    }

    private static Settled again(Drafts draft, @Nullable Settled stored, Instant now) {
        return Settlement.settle(draft.draft(), new Circumstances(stored, null, null, false, 7, now));
    }

    @Test
    void withoutMessagesItIsNewAndOfThisMoment() {
        Conversation conversation = settle(Drafts.of("a")).conversation();
        assertThat(conversation.id()).isEqualTo(StableId.derived("conversation", "test", "a"));
        assertThat(conversation.number()).isEqualTo(7);
        assertThat(conversation.state()).isEqualTo(State.NEW);
        assertThat(conversation.times())
                .isEqualTo(new Conversation.Times(NOW, NOW, null, null, null, null, null, null));
        assertThat(conversation.counts()).isEqualTo(new Conversation.Counts(0, 0, null));
        assertThat(conversation.channelAccount().id()).isEqualTo(StableId.channel("default", Channel.WEB, "web"));
    }

    @Test
    void messagesGiveStateTimesTurnsAndDuration() {
        Settled settled = settle(Drafts.of("a")
                .messages(
                        message(null, Author.CONTACT, "hi", EARLY),
                        message(Author.AI, "hello"),
                        message(Author.SYSTEM, "noted"),
                        message(null, Author.CONTACT, "bye", EARLY.plusMillis(9_900))));
        assertThat(settled.messages())
                .extracting(Message::at)
                .containsExactly(
                        EARLY_MICROS,
                        EARLY_MICROS.plusSeconds(1),
                        EARLY_MICROS.plusSeconds(2),
                        EARLY_MICROS.plusMillis(9_900));
        Instant last = EARLY_MICROS.plusMillis(9_900);
        Conversation conversation = settled.conversation();
        assertThat(conversation.state()).isEqualTo(State.RESOLVED);
        assertThat(conversation.counts()).isEqualTo(new Conversation.Counts(4, 2, 9));
        assertThat(conversation.times())
                .isEqualTo(new Conversation.Times(EARLY_MICROS, last, last, EARLY_MICROS, last, null, null, null));
    }

    @Test
    void theFirstMessageIsAsOldAsTheConversation() {
        Settled settled = settle(Drafts.of("a").created(EARLY).messages(message(Author.CONTACT, "hi")));
        assertThat(settled.messages().getFirst().at()).isEqualTo(EARLY_MICROS);
        assertThat(settle(Drafts.of("a").messages(message(Author.CONTACT, "hi")))
                        .conversation()
                        .times()
                        .created())
                .isEqualTo(NOW);
    }

    @Test
    void anOpenConversationHasNoDurationAndNoEnd() {
        Conversation conversation = settle(Drafts.of("a")
                        .state(State.ACTIVE)
                        .messages(message(Author.CONTACT, "a"), message(Author.AI, "b")))
                .conversation();
        assertThat(conversation.counts().duration()).isNull();
        assertThat(conversation.times().completed()).isNull();
    }

    @Test
    void anEndedConversationWithoutMessagesEndedWhenItWasUpdated() {
        Conversation conversation =
                settle(Drafts.of("a").state(State.FAILED).updated(EARLY)).conversation();
        assertThat(conversation.times().completed()).isEqualTo(EARLY_MICROS);
        assertThat(conversation.counts().duration()).isNull();
    }

    @Test
    void givenValuesStandAsTheyAre() {
        UUID id = UUID.randomUUID();
        Conversation conversation = settle(Drafts.of("a")
                        .id(id)
                        .duration(3)
                        .userTurns(9)
                        .userId("u")
                        .contact(c -> c.phone("+1"))
                        .messages(message(Author.AI, "x")))
                .conversation();
        assertThat(conversation.id()).isEqualTo(id);
        assertThat(conversation.counts()).isEqualTo(new Conversation.Counts(1, 9, 3));
        assertThat(conversation.links().userId()).isEqualTo("u");
    }

    @Test
    void theUserIsTheContactsPhoneElseExternalIdElseEmail() {
        assertThat(user(Drafts.of("a")
                        .contact(c -> c.phone("+1").externalId("x").email("e"))))
                .isEqualTo("+1");
        assertThat(user(Drafts.of("a").contact(c -> c.externalId("x").email("e"))))
                .isEqualTo("x");
        assertThat(user(Drafts.of("a").contact(c -> c.email("e")))).isEqualTo("e");
        assertThat(user(Drafts.of("a").contact(c -> c.name("Ann")))).isNull();
    }

    private static @Nullable String user(Drafts draft) {
        return settle(draft).conversation().links().userId();
    }

    @Test
    void whatWouldBeNowStaysWhatItWas() {
        Drafts draft = Drafts.of("a").messages(message(Author.CONTACT, "a"), message(Author.AI, "b"));
        Settled stored = settle(draft);
        assertThat(again(draft, stored, LATER)).isEqualTo(stored);
    }

    @Test
    void aChangeIsOfNowUnlessTheRecordKnowsALaterMoment() {
        Settled stored = settle(Drafts.of("a").updated(NOW));
        Instant between = NOW.plusSeconds(5);
        assertThat(updated(again(Drafts.of("a").subject("s"), stored, LATER))).isEqualTo(LATER);
        assertThat(updated(again(Drafts.of("a").subject("s").updated(EARLY), stored, LATER)))
                .isEqualTo(LATER);
        assertThat(updated(again(Drafts.of("a").subject("s").updated(between), stored, LATER)))
                .isEqualTo(between);
        assertThat(updated(again(Drafts.of("a").updated(between), stored, LATER)))
                .isEqualTo(between);
        assertThat(again(Drafts.of("a").updated(EARLY), stored, LATER)).isEqualTo(stored);
    }

    private static Instant updated(Settled settled) {
        return settled.conversation().times().updated();
    }

    @Test
    void equalInEffectIsUnchangedWhateverTheForm() {
        Settled stored =
                settle(Drafts.of("a").customData("{\"a\":1,\"b\":[true]}").tags("x", "x"));
        Drafts other = Drafts.of("a")
                .customData("{ \"b\" : [ true ], \"a\" : 1 }")
                .tags("x")
                .state(State.NEW)
                .created(NOW);
        assertThat(again(other, stored, LATER)).isEqualTo(stored);
    }

    @Test
    void aMessageWithoutIdKeepsTheOneOfItsPosition() {
        UUID given = UUID.randomUUID();
        Settled stored = settle(
                Drafts.of("a").messages(message(given.toString(), Author.AI, "a", null), message(Author.AI, "b")));
        Settled next = again(
                Drafts.of("a")
                        .messages(
                                message(Author.AI, "changed"),
                                message(Author.AI, "b"),
                                message("third", Author.AI, "c", null)),
                stored,
                LATER);
        assertThat(next.messages().get(0).id()).isEqualTo(given);
        assertThat(next.messages().get(1).id())
                .isEqualTo(stored.messages().get(1).id());
        assertThat(next.messages()).extracting(Message::id).doesNotHaveDuplicates();
    }

    @Test
    void anIdThatMovesIsNotGivenTwice() {
        Settled stored = settle(Drafts.of("a").messages(message("one", Author.AI, "a", null)));
        Settled next = again(
                Drafts.of("a").messages(message(Author.AI, "before"), message("one", Author.AI, "a", null)),
                stored,
                LATER);
        assertThat(next.messages()).extracting(Message::id).doesNotHaveDuplicates();
        assertThat(next.messages().get(1).id())
                .isEqualTo(stored.messages().getFirst().id());
    }

    @Test
    void anEndStaysUntilAnotherLastMessageComes() {
        Drafts ended = Drafts.of("a").state(State.RESOLVED);
        Settled stored = settle(ended);
        assertThat(again(ended.subject("s"), stored, LATER)
                        .conversation()
                        .times()
                        .completed())
                .isEqualTo(NOW);
    }

    @Test
    void impossibleDraftsAreNamed() {
        assertThat(Settlement.objection(Drafts.of("a").number(0).draft())).isPresent();
        assertThat(Settlement.objection(Drafts.of("a")
                        .messages(message("1", Author.AI, "a", null), message("1", Author.AI, "b", null))
                        .draft()))
                .hasValueSatisfying(rejected -> assertThat(rejected.member()).isEqualTo("messages[1].id"));
        assertThat(List.of(Settlement.objection(Drafts.of("a").draft()))).containsExactly(Optional.empty());
    }
}
