package dev.parlance.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.By;
import dev.parlance.conversation.CatalogTag;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Step;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Change;
import dev.parlance.journal.Command;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Drafts;
import dev.parlance.journal.Outcome;
import dev.parlance.journal.Stamp;
import dev.parlance.problem.Problem;
import dev.parlance.query.Row;
import dev.parlance.query.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// In which order things come, in time and within one transaction.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerOrderTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Stamp ANN = Stamp.of(new By(By.Kind.PERSON, "ann"));

    private StoreFixture store;
    private Stored stored;

    @BeforeAll
    void open() {
        store = StoreFixture.open();
        stored = new Stored(store);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void timesFollowCommitsWhateverTheClocksSay() {
        TenantId tenant = store.tenant("clocks").id();
        List<UUID> ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        List<Duration> clocks = List.of(Duration.ofHours(1), Duration.ZERO, Duration.ofMinutes(5), Duration.ofHours(2));
        PostgresConversations conversations = new PostgresConversations(store.database());
        Instant last = conversations.asOf(tenant);
        for (int i = 0; i < ids.size(); i++) {
            commitAt(NOON.plus(clocks.get(i)), tenant, open(ids.get(i), new Deed.Note("one"), new Deed.Note("two")));
            Instant updated = conversation(tenant, i + 1).times().updated();
            if (i > 0) {
                assertThat(updated).isAfter(last);
            }
            last = conversations.asOf(tenant);
            assertThat(last).isAfter(updated);
        }
        assertThat(last)
                .isBetween(
                        NOON.plus(Duration.ofHours(2)),
                        NOON.plus(Duration.ofHours(2)).plusMillis(1));
    }

    @Test
    void whatIsDoneAndSaidInOneCommandIsInTheOrderOfItsTimes() {
        TenantId tenant = store.tenant("order").id();
        UUID id = UUID.randomUUID();
        commitAt(
                NOON,
                tenant,
                open(
                        id,
                        new Deed.Say(null, Author.CONTACT, null, "a", List.of(), List.of()),
                        new Deed.Note("b"),
                        new Deed.Say(null, Author.AI, null, "c", List.of(), List.of()),
                        Deed.Move.by(Step.RESOLVE)));
        Row row = stored.row(tenant, 1);
        List<Instant> times = new ArrayList<>();
        List<Change> changes = new PostgresChronicle(store.database()).timeline(tenant, 1);
        times.add(row.messages().getFirst().at());
        times.add(time(changes, Change.Kind.NOTED));
        times.add(row.messages().getLast().at());
        times.add(Objects.requireNonNull(row.conversation().times().completed()));
        assertThat(times).isSorted().doesNotHaveDuplicates();
        assertThat(row.conversation().times().updated()).isEqualTo(times.getLast());
    }

    @Test
    void deedsAreDoneOnlyWhereTheStateAsksForThem() {
        TenantId tenant = store.tenant("unless").id();
        UUID id = UUID.randomUUID();
        Deed taken = new Deed.Unless(Set.of(State.HUMAN_MANAGED), List.of(Deed.Move.by(Step.TAKE_OVER)));
        commitAt(NOON, tenant, open(id, taken, taken), act(id, taken));
        assertThat(conversation(tenant, 1).state()).isEqualTo(State.HUMAN_MANAGED);
        assertThat(new PostgresChronicle(store.database()).timeline(tenant, 1))
                .filteredOn(change -> change.kind() == Change.Kind.STATE_CHANGED)
                .hasSize(1);
    }

    @Test
    void aContactOfTheSameTransactionIsKnownAndAnotherIsNot() {
        TenantId tenant = store.tenant("known").id();
        UUID contact = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        List<Outcome> outcomes = commitAt(
                NOON,
                tenant,
                new Command.KeepContact(contact, Drafts.person(p -> p.name("Ola")), true, null, ANN),
                open(id, new Deed.BelongTo(contact)),
                open(other, new Deed.BelongTo(UUID.randomUUID())),
                act(id, new Deed.BelongTo(UUID.randomUUID()), new Deed.Note("lost")));
        assertThat(Objects.requireNonNull(conversation(tenant, 1).contact()).name())
                .isEqualTo("Ola");
        for (Outcome refused : outcomes.subList(2, 4)) {
            assertThat(((Outcome.Refused) refused).problem()).isEqualTo(new Problem.NotFound("Contact"));
        }
        assertThat(stored.text("select count(*) from parlance.conversation where tenant_id = " + tenant.value()))
                .isEqualTo("1");
    }

    @Test
    void twoWritingsOfATagTogetherAreLikeOneAfterTheOther() {
        TenantId tenant = store.tenant("tags").id();
        UUID category = UUID.randomUUID();
        commitAt(NOON, tenant, new Command.KeepTag(new CatalogTag("t", "old", true, category), Set.of(), ANN));
        commitAt(
                NOON,
                tenant,
                new Command.KeepTag(new CatalogTag("t", "new", true, null), EnumSet.of(CatalogTag.Part.CATEGORY), ANN),
                new Command.KeepTag(new CatalogTag("t", null, false, null), EnumSet.allOf(CatalogTag.Part.class), ANN),
                new Command.KeepTag(new CatalogTag("u", null, false, null), EnumSet.allOf(CatalogTag.Part.class), ANN));
        assertThat(new PostgresTags(store.database()).list(tenant))
                .extracting(Tags.Kept::tag)
                .containsExactly(new CatalogTag("t", "new", false, category), new CatalogTag("u", null, false, null));
    }

    private Conversation conversation(TenantId tenant, long number) {
        return stored.row(tenant, number).conversation();
    }

    private List<Outcome> commitAt(Instant now, TenantId tenant, Command... commands) {
        return new PostgresLedger(store.database(), Clock.fixed(now, ZoneOffset.UTC))
                .commit(tenant, List.of(commands))
                .outcomes();
    }

    private static Instant time(List<Change> changes, Change.Kind kind) {
        return changes.stream()
                .filter(change -> change.kind() == kind)
                .findFirst()
                .orElseThrow()
                .at();
    }

    private static Command.Open open(UUID id, Deed... deeds) {
        return new Command.Open(Drafts.of(id.toString()).id(id).draft(), List.of(deeds), ANN);
    }

    private static Command.Act act(UUID id, Deed... deeds) {
        return new Command.Act(Command.Target.of(id), List.of(deeds), ANN);
    }
}
