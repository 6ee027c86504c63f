package dev.parlance.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.By;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Step;
import dev.parlance.conversation.TenantId;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import dev.parlance.journal.Command;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Draft;
import dev.parlance.journal.Drafts;
import dev.parlance.journal.Outcome;
import dev.parlance.journal.Stamp;
import dev.parlance.problem.Problem;
import dev.parlance.query.Analyzer;
import dev.parlance.query.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Deeds in the ledger: what they leave in the tables, in any order and any company.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerLifeTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final By ANN = new By(By.Kind.PERSON, "ann");

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

    private List<Outcome> commit(TenantId tenant, Command... commands) {
        return commitAt(NOON, tenant, commands);
    }

    private List<Outcome> commitAt(Instant now, TenantId tenant, Command... commands) {
        return new PostgresLedger(store.database(), Clock.fixed(now, ZoneOffset.UTC))
                .commit(tenant, List.of(commands))
                .outcomes();
    }

    static Command.Open open(UUID id, Deed... deeds) {
        return new Command.Open(Drafts.of(id.toString()).id(id).draft(), List.of(deeds), Stamp.of(ANN));
    }

    static Command.Act act(UUID id, Deed... deeds) {
        return new Command.Act(Command.Target.of(id), List.of(deeds), Stamp.of(ANN));
    }

    static Deed.Say say(Author author, String text, Use... uses) {
        return new Deed.Say(null, author, null, text, List.of(), List.of(uses));
    }

    private static Problem refusal(Outcome outcome) {
        return ((Outcome.Refused) outcome).problem();
    }

    @Test
    void aConversationLivesFromItsFirstWordToItsEnd() {
        TenantId tenant = store.tenant("life").id();
        UUID id = UUID.randomUUID();
        commit(tenant, open(id, say(Author.CONTACT, "It is broken")), act(id, say(Author.AI, "I look")));
        commitAt(NOON.plusSeconds(60), tenant, act(id, Deed.Move.by(Step.TAKE_OVER), new Deed.Assign("ann")));
        commitAt(NOON.plusSeconds(90), tenant, act(id, say(Author.HUMAN, "Repaired")));
        commitAt(NOON.plusSeconds(120), tenant, act(id, new Deed.Move(Step.RESOLVE, "repaired")));
        Row row = stored.row(tenant, 1);
        assertThat(row.conversation().state()).isEqualTo(State.RESOLVED);
        assertThat(row.conversation().words().outcome()).isEqualTo("repaired");
        assertThat(row.conversation().counts().messages()).isEqualTo(3);
        assertThat(row.conversation().counts().userTurns()).isEqualTo(1);
        assertThat(row.conversation().counts().duration()).isEqualTo(89);
        assertThat(row.conversation().times().completed()).isEqualTo(NOON.plusSeconds(120));
        assertThat(row.conversation().links().assigneeId()).isEqualTo("ann");
        assertThat(row.messages())
                .extracting(each -> each.text())
                .containsExactly("It is broken", "I look", "Repaired");
        assertThat(stored.text("select string_agg(detail::json ->> 'to', ',' order by seq) from parlance.journal"
                        + " where tenant_id = " + tenant.value() + " and kind = 5"))
                .isEqualTo("active,human_managed,resolved");
    }

    @Test
    void aRefusedDeedLeavesNothingAndItsNeighboursStand() {
        TenantId tenant = store.tenant("refused").id();
        UUID id = UUID.randomUUID();
        List<Outcome> outcomes = commit(
                tenant,
                open(id),
                act(id, new Deed.Tag(Set.of("lost"), Set.of()), Deed.Move.by(Step.RELEASE)),
                act(UUID.randomUUID(), new Deed.Note("nobody")),
                act(id, new Deed.Tag(Set.of("kept"), Set.of())));
        assertThat(refusal(outcomes.get(1))).isInstanceOf(Problem.Conflict.class);
        assertThat(refusal(outcomes.get(2))).isEqualTo(new Problem.NotFound("Conversation"));
        assertThat(stored.row(tenant, 1).conversation().tags()).containsExactly("kept");
        assertThat(stored.seqs(tenant)).isEqualTo("1,2");
    }

    @Test
    void aReceiptHappensOnceAndOnlyForTheSameRequest() {
        TenantId tenant = store.tenant("receipt").id();
        UUID id = UUID.randomUUID();
        commit(tenant, open(id));
        Stamp stamp = new Stamp(ANN, new Stamp.Receipt("key", "print"));
        Command twice = new Command.Act(Command.Target.of(id), List.of(say(Author.CONTACT, "once")), stamp);
        Outcome.Acted first = (Outcome.Acted) commit(tenant, twice).getFirst();
        List<Outcome> again = commit(tenant, twice, twice);
        assertThat(again).allSatisfy(each -> {
            Outcome.Acted repeated = (Outcome.Acted) each;
            assertThat(repeated.repeated()).isTrue();
            assertThat(repeated.said()).isEqualTo(first.said());
        });
        assertThat(stored.row(tenant, 1).messages()).hasSize(1);
        Stamp other = new Stamp(ANN, new Stamp.Receipt("key", "another"));
        Command differs = new Command.Act(Command.Target.of(id), List.of(new Deed.Note("n")), other);
        assertThat(refusal(commit(tenant, differs).getFirst())).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void timeMakesReadyBeginsAndExpires() {
        TenantId tenant = store.tenant("time").id();
        UUID id = UUID.randomUUID();
        Deed.Schedule schedule = new Deed.Schedule(NOON.plusSeconds(10), NOON.plusSeconds(20), null);
        Draft draft = Drafts.of("t").id(id).state(State.SCHEDULED).draft();
        commit(tenant, new Command.Open(draft, List.of(schedule), Stamp.of(ANN)));
        commitAt(NOON.plusSeconds(9), tenant, act(id, new Deed.PassTime()));
        assertThat(stored.row(tenant, 1).conversation().state()).isEqualTo(State.SCHEDULED);
        commitAt(NOON.plusSeconds(10), tenant, act(id, new Deed.PassTime()));
        assertThat(stored.row(tenant, 1).conversation().state()).isEqualTo(State.NEW);
        commitAt(NOON.plusSeconds(21), tenant, act(id, new Deed.PassTime()));
        assertThat(stored.row(tenant, 1).conversation().state()).isEqualTo(State.EXPIRED);
        assertThat(stored.text("select count(*) from parlance.scheduled_tasks where task_name = 'time'"
                        + " and task_instance like '" + tenant.value() + ":%'"))
                .as("one for the beginning, and one for the end, which the beginning brought nearer")
                .isEqualTo("2");
    }

    @Test
    void aMembershipGoesOnWhereItStoppedUntilThatEnds() {
        TenantId tenant = store.tenant("membership").id();
        for (int i = 0; i < 2; i++) {
            commit(tenant, new Command.Continue(member(i), null, List.of(say(Author.AI, "news " + i)), Stamp.of(ANN)));
        }
        assertThat(stored.row(tenant, 1).messages()).hasSize(2);
        UUID id = stored.row(tenant, 1).conversation().id();
        commit(
                tenant,
                act(id, Deed.Move.by(Step.CANCEL)),
                new Command.Continue(member(2), null, List.of(say(Author.AI, "again")), Stamp.of(ANN)),
                new Command.Continue(member(3), null, List.of(say(Author.AI, "more")), Stamp.of(ANN)));
        assertThat(stored.row(tenant, 2).messages()).hasSize(2);
    }

    private static Draft member(int turn) {
        return Drafts.of("m" + turn).membership("member").draft();
    }

    @Test
    void aForgottenContactLeavesItsConversations() {
        TenantId tenant = store.tenant("forgotten").id();
        UUID contact = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        Draft.ContactDraft details = Drafts.person(p -> p.email("ann@example.com"));
        Draft.ContactDraft named = Drafts.person(p -> p.id(contact.toString()));
        commit(
                tenant,
                new Command.KeepContact(contact, details, true, null, Stamp.of(ANN)),
                open(id, new Deed.Meet(named)));
        assertThat(Objects.requireNonNull(stored.row(tenant, 1).conversation().contact())
                        .email())
                .isEqualTo("ann@example.com");
        commit(tenant, new Command.RemoveContact(contact, Stamp.of(ANN)));
        assertThat(stored.row(tenant, 1).conversation().contact()).isNull();
        assertThat(refusal(commit(tenant, new Command.RemoveContact(contact, Stamp.of(ANN)))
                        .getFirst()))
                .isEqualTo(new Problem.NotFound("Contact"));
    }

    @Test
    void wordsCountsAndTotalsAreAsIfMadeAnewAfterAnyDeeds() {
        TenantId tenant = store.tenant("random").id();
        Random random = new Random(20261120);
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(6).toList();
        ids.forEach(id -> commit(tenant, open(id)));
        for (int round = 0; round < 60; round++) {
            List<Command> batch = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                batch.add(act(ids.get(random.nextInt(6)), deed(random)));
            }
            commitAt(NOON.plus(Duration.ofMinutes(round)), tenant, batch.toArray(Command[]::new));
        }
        for (int number = 1; number <= 6; number++) {
            checkDerived(tenant, stored.row(tenant, number));
        }
        assertThat(stored.text(LedgerInvariantsTest.totals("resource_total where tenant_id = " + tenant.value())))
                .isEqualTo(stored.text(LedgerInvariantsTest.totals(LedgerInvariantsTest.recounted(tenant))));
    }

    private void checkDerived(TenantId tenant, Row row) {
        assertThat(row.conversation().counts().messages())
                .isEqualTo(row.messages().size());
        assertThat(row.conversation().counts().userTurns()).isEqualTo((int) row.messages().stream()
                .filter(each -> each.author() == Author.CONTACT)
                .count());
        Set<String> expected = new TreeSet<>();
        Stream.concat(
                        Stream.of(
                                row.conversation().words().subject(),
                                row.conversation().words().summary()),
                        row.messages().stream().map(each -> each.text()))
                .filter(Objects::nonNull)
                .forEach(text -> expected.addAll(Analyzer.words(text)));
        String words = stored.text("select string_agg(w, ',') from parlance.conversation_words,"
                + " unnest(tsvector_to_array(words)) w where tenant_id = " + tenant.value() + " and number = "
                + row.conversation().number());
        String lead = tenant.value() + " ";
        Set<String> found = new TreeSet<>();
        Arrays.stream(words.split(","))
                .filter(each -> !each.isEmpty())
                .forEach(each -> found.add(each.substring(lead.length())));
        assertThat(found).isEqualTo(expected);
    }

    private static Deed deed(Random random) {
        String word = "w" + random.nextInt(40);
        Use use = new Use(ResourceType.KNOWLEDGE, "k" + random.nextInt(3), UseKind.APPLIED, null, null, null, false);
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> say(Author.CONTACT, word);
            case 3 -> say(Author.AI, word, use);
            case 4 -> say(Author.HUMAN, word);
            case 5 -> new Deed.Describe(word, "sum " + word, null, null, null, null);
            case 6 -> new Deed.HandOff(new Handoff(word, null, null));
            case 7 -> Deed.Move.by(random.nextBoolean() ? Step.RESOLVE : Step.REOPEN);
            default -> new Deed.Redact(null, null);
        };
    }
}
