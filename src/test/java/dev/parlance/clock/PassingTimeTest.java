package dev.parlance.clock;

import static dev.parlance.store.Household.becomes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.By;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Step;
import dev.parlance.journal.Change;
import dev.parlance.journal.Deed;
import dev.parlance.store.Errands;
import dev.parlance.store.Household;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Time passes by itself, on time, once, on any number of servers.
class PassingTimeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Household house = new Household();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aScheduledConversationBeginsAndExpiresWithinASecondOfItsMoments() {
        house.serveTime();
        Instant begins = Instant.now().plusSeconds(1);
        Instant ends = begins.plusSeconds(2);
        UUID id = scheduled(begins, ends, null);
        assertThat(house.conversation(id).state()).isEqualTo(State.SCHEDULED);
        assertThat(awaits(id, State.NEW)).isTrue();
        assertThat(awaits(id, State.EXPIRED)).isTrue();
        List<Change> steps = house.changes(id, Change.Kind.STATE_CHANGED);
        assertThat(steps.stream().map(PassingTimeTest::step)).containsExactly("become_ready", "begin", "expire");
        assertThat(steps).allSatisfy(step -> assertThat(step.by()).isEqualTo(By.system("clock")));
        assertOnTime(steps.get(1), begins);
        assertOnTime(steps.get(2), ends);
        assertThat(becomes(PATIENCE, () -> house.wakes("time") == 0)).isTrue();
    }

    @Test
    void silenceEndsAConversationAndEachMessagePutsTheEndOff() {
        house.serveTime();
        UUID id = house.open(say("hello"), new Deed.Schedule(null, null, 2));
        pause(Duration.ofMillis(1_200));
        house.act(id, say("still there"));
        Instant last = Objects.requireNonNull(house.conversation(id).times().lastMessage());
        pause(Duration.ofMillis(1_300));
        assertThat(house.conversation(id).state()).isEqualTo(State.NEW);
        assertThat(awaits(id, State.EXPIRED)).isTrue();
        assertOnTime(house.changes(id, Change.Kind.STATE_CHANGED).getLast(), last.plusSeconds(2));
    }

    @Test
    void anEndIsMovedToASoonerAndToALaterMoment() {
        house.serveTime();
        Instant now = Instant.now();
        UUID sooner = scheduled(null, now.plusSeconds(3_600), null);
        UUID later = scheduled(null, now.plusSeconds(1), null);
        house.act(sooner, new Deed.Schedule(null, now.plusSeconds(2), null));
        house.act(later, new Deed.Schedule(null, now.plusSeconds(3_600), null));
        assertThat(awaits(sooner, State.EXPIRED)).isTrue();
        assertOnTime(house.changes(sooner, Change.Kind.STATE_CHANGED).getLast(), now.plusSeconds(2));
        assertThat(house.conversation(later).state()).isEqualTo(State.NEW);
        house.act(later, new Deed.Schedule(null, Instant.now(), null));
        assertThat(awaits(later, State.EXPIRED)).isTrue();
    }

    @Test
    void twoServersEndEachOfACrowdOnceAndOnTime() {
        Instant ends = Instant.now().plusSeconds(5);
        List<UUID> ids = house.openMany(400, new Deed.Schedule(null, ends, null));
        assertThat(Instant.now()).isBefore(ends);
        house.serveTime();
        house.serveTime();
        assertThat(becomes(PATIENCE, () -> house.wakes("time") == 0)).isTrue();
        assertThat(ids).allSatisfy(id -> {
            assertThat(house.conversation(id).state()).isEqualTo(State.EXPIRED);
            List<Change> steps = house.changes(id, Change.Kind.STATE_CHANGED);
            assertThat(steps).hasSize(1);
            assertThat(steps.getFirst().at()).isBetween(ends, ends.plusSeconds(2));
        });
    }

    @Test
    void whatBecameDueWhileNoServerRanIsDoneByTheNext() {
        UUID id = scheduled(Instant.now().plusMillis(200), Instant.now().plusMillis(400), null);
        pause(A_SECOND);
        assertThat(house.conversation(id).state()).isEqualTo(State.SCHEDULED);
        house.serveTime();
        assertThat(becomes(Duration.ofSeconds(3), () -> house.conversation(id).state() == State.EXPIRED))
                .isTrue();
    }

    @Test
    void aStoppedServerLeavesNothingBehindThatStopsTheNext() {
        UUID id = scheduled(null, Instant.now().plusSeconds(2), null);
        Errands first = house.serveTime();
        first.close();
        house.serveTime();
        assertThat(awaits(id, State.EXPIRED)).isTrue();
        assertThat(house.changes(id, Change.Kind.STATE_CHANGED)).hasSize(1);
    }

    @Test
    void whatAServerDiedInIsTakenOverWithinSeconds() {
        UUID id = scheduled(null, Instant.now().plusMillis(100), null);
        house.run("update scheduled_tasks set picked = true, picked_by = 'dead', last_heartbeat = now()");
        house.serveTime();
        assertThat(becomes(Duration.ofSeconds(15), () -> house.conversation(id).state() == State.EXPIRED))
                .isTrue();
    }

    @Test
    void whatIsOpenedAgainDoesNotEndByWhatHadPassed() {
        house.serveTime();
        UUID id = house.open(say("hello"), new Deed.Schedule(null, Instant.now().plusMillis(300), 1));
        assertThat(awaits(id, State.EXPIRED)).isTrue();
        pause(A_SECOND);
        house.act(id, Deed.Move.by(Step.REOPEN));
        pause(A_SECOND);
        assertThat(house.conversation(id).state()).isEqualTo(State.ACTIVE);
        assertThat(house.conversation(id).times().expires()).isNull();
        house.act(id, say("once more"));
        assertThat(awaits(id, State.EXPIRED)).isTrue();
    }

    private UUID scheduled(@Nullable Instant begins, @Nullable Instant ends, @Nullable Integer inactionTtl) {
        return house.open(begins, new Deed.Schedule(begins, ends, inactionTtl));
    }

    private static Deed say(String text) {
        return new Deed.Say(null, Author.CONTACT, null, text, List.of(), List.of());
    }

    private static String step(Change change) {
        return Objects.requireNonNull(change.detail()).tree().get("step").stringValue();
    }

    private boolean awaits(UUID id, State state) {
        return becomes(PATIENCE, () -> house.conversation(id).state() == state);
    }

    private static void assertOnTime(Change change, Instant due) {
        assertThat(change.at()).isBetween(due.minusMillis(1), due.plus(A_SECOND));
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
