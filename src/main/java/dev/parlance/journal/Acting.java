package dev.parlance.journal;

import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.By;
import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Step;
import dev.parlance.conversation.Team;
import dev.parlance.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Does a command's deeds to one conversation: all of them, or it refuses and what was there stays. Deeds about contact
/// and team come last, because they change more than the conversation.
public final class Acting {
    private final Instant now;
    private final Surroundings surroundings;
    private final Life life;
    private final Conversation before;
    private final List<Message> transcript;
    private final List<Message> said = new ArrayList<>();
    private final Notes notes;
    private final Annotations annotations;

    /// @param before the conversation, with its messages where [#needsTranscript] says so
    public Acting(Settled before, Surroundings surroundings, By by, Instant now) {
        this.before = before.conversation();
        this.transcript = new ArrayList<>(before.messages());
        this.surroundings = surroundings;
        this.life = new Life(before.conversation());
        Instant last = before.conversation().times().updated();
        this.now = now.isAfter(last) ? now : last.plusNanos(1_000);
        this.notes = new Notes(by, this.now);
        this.annotations = new Annotations(before.conversation(), life, notes, surroundings);
    }

    /// Whether the deed can be done only with the transcript at hand.
    public static boolean needsTranscript(Deed deed) {
        return switch (deed) {
            case Deed.Say say -> say.id() != null || !say.uses().isEmpty();
            case Deed.HandOff handOff -> true;
            case Deed.Describe describe -> describe.subject() != null || describe.summary() != null;
            case Deed.Forget forget ->
                forget.said().contains(Deed.Forget.Said.SUBJECT)
                        || forget.said().contains(Deed.Forget.Said.SUMMARY);
            case Deed.Redact redact -> true;
            case Deed.Unless unless -> unless.deeds().stream().anyMatch(Acting::needsTranscript);
            case Deed.KeepFile keep -> false;
            case Deed.Resume resume -> false;
            case Deed.Expect expect -> false;
            case Deed.Move move -> false;
            case Deed.PassTime passTime -> false;
            case Deed.Assign assign -> false;
            case Deed.JoinTeam join -> false;
            case Deed.Tag tag -> false;
            case Deed.Note note -> false;
            case Deed.AddCustomData add -> false;
            case Deed.Meet meet -> false;
            case Deed.BelongTo belong -> false;
            case Deed.RaiseAttention raise -> false;
            case Deed.SettleAttention settle -> false;
            case Deed.Rate rate -> false;
            case Deed.Schedule schedule -> false;
        };
    }

    /// A conversation whose contact is forgotten.
    public static Acting forgetting(Settled before, Surroundings surroundings, By by, Instant now) {
        Acting acting = new Acting(before, surroundings, by, now);
        acting.life.contact = null;
        acting.notes.add(Change.Kind.CONTACT_CHANGED, null, Map.of());
        acting.life.updated(acting.now);
        return acting;
    }

    /// Does all the deeds.
    ///
    /// @throws dev.parlance.problem.Refusal Conflict, NotFound or Invalid; nothing is to be kept then
    public void carryOut(List<Deed> deeds) {
        deeds.forEach(this::carryOut);
        deeds.forEach(this::check);
        deeds.forEach(this::joinOthers);
        if (!notes.entries().isEmpty()) {
            life.updated(notes.entries().getLast().at());
        }
    }

    /// What it comes to.
    public Settled after() {
        return new Settled(life.conversation(), messages().toList());
    }

    private Stream<Message> messages() {
        return Stream.concat(transcript.stream(), said.stream());
    }

    public List<Message> said() {
        return said;
    }

    /// What the journal is to tell, in order; empty when nothing changed.
    public List<Entry> entries() {
        return notes.entries();
    }

    public List<Effect> effects() {
        return notes.effects();
    }

    private void carryOut(Deed deed) {
        switch (deed) {
            case Deed.Say say -> say(say);
            case Deed.KeepFile keep -> notes.leave(new Effect.FileKept(keep.name(), keep.mediaType(), keep.bytes()));
            case Deed.Resume resume -> resume(resume);
            case Deed.Expect expect -> expect(expect.states());
            case Deed.Move move -> move(move.step(), move.outcome());
            case Deed.PassTime passTime -> passTime();
            case Deed.Assign assign -> annotations.assign(assign.assignee());
            case Deed.Unless unless -> unless(unless);
            case Deed.JoinTeam join -> {}
            case Deed.Meet meet -> {}
            case Deed.BelongTo belong -> {}
            case Deed.Tag tag -> annotations.tag(tag);
            case Deed.Note note -> notes.add(Change.Kind.NOTED, null, Map.of("text", note.text()));
            case Deed.Describe describe -> annotations.describe(describe);
            case Deed.Forget forget -> annotations.forget(forget.said());
            case Deed.AddCustomData add -> annotations.addCustomData(add.members());
            case Deed.HandOff handOff -> handOff(handOff);
            case Deed.RaiseAttention raise -> annotations.raise(raise);
            case Deed.SettleAttention settle -> annotations.settle(settle.item());
            case Deed.Redact redact -> redact(redact);
            case Deed.Rate rate -> annotations.rate(rate);
            case Deed.Schedule schedule -> annotations.schedule(schedule);
        }
    }

    private void say(Deed.Say say) {
        Optional<Message> known =
                messages().filter(each -> each.id().equals(say.id())).findFirst();
        if (known.isPresent()) {
            checkSame(known.get(), say);
            return;
        }
        step(Step.of(say.author()));
        Instant last = life.times.lastMessage();
        Instant at = last == null || notes.now().isAfter(last) ? notes.now() : last.plusNanos(1_000);
        UUID id = say.id() == null ? UUID.randomUUID() : say.id();
        said.add(new Message(id, say.author(), say.authorName(), at, say.text(), say.attachments(), say.uses()));
        life.told(at, say.author() == Author.CONTACT);
        if (say.author() == Author.HUMAN) {
            life.needPerson(false);
        }
        notes.add(Change.Kind.MESSAGE_ADDED, id, Map.of("author", say.author().word()));
    }

    private static void checkSame(Message known, Deed.Say say) {
        if (known.author() != say.author() || !known.text().equals(say.text())) {
            throw new Problem.Conflict("The conversation has another message of the id " + say.id() + ".").refusal();
        }
    }

    private void resume(Deed.Resume resume) {
        if (!life.state.ended()) {
            return;
        }
        Instant ended = life.times.completed();
        if (ended != null && ended.plus(resume.within()).isBefore(now)) {
            throw new Problem.Conflict("The conversation ended at " + ended + ", too long ago to go on.").refusal();
        }
        step(Step.REOPEN);
    }

    private void unless(Deed.Unless unless) {
        if (!unless.states().contains(life.state)) {
            unless.deeds().forEach(this::carryOut);
        }
    }

    private void expect(Set<State> states) {
        if (!states.contains(life.state)) {
            throw new Problem.Conflict("The conversation is " + life.state.word() + "; this is possible when it is "
                            + words(states) + ".")
                    .refusal();
        }
    }

    private void move(Step step, @Nullable String outcome) {
        step(step);
        if (outcome != null) {
            annotations.describe(new Deed.Describe(null, null, outcome, null, null, null));
        }
        if (step == Step.RELEASE) {
            life.needPerson(false);
        }
    }

    /// Every change of the state, whatever leads to it.
    private void step(Step step) {
        State from = life.state;
        State to = step.from(from).orElseThrow(() -> refused(step, from));
        life.enter(to, notes.now());
        if (to != from) {
            notes.add(
                    Change.Kind.STATE_CHANGED, null, Map.of("from", from.word(), "to", to.word(), "step", step.word()));
        }
    }

    private static RuntimeException refused(Step step, State state) {
        return new Problem.Conflict("The conversation is " + state.word() + "; " + step.word()
                        + " is possible when it is " + words(step.allowed()) + ".")
                .refusal();
    }

    private static String words(Set<State> states) {
        return states.stream().sorted().map(State::word).collect(Collectors.joining(", "));
    }

    private void passTime() {
        for (Optional<Due> due = Due.next(life.conversation());
                due.isPresent() && !due.get().at().isAfter(now);
                due = Due.next(life.conversation())) {
            step(due.get().step());
        }
    }

    private void handOff(Deed.HandOff given) {
        step(Step.HAND_OFF);
        life.handoff = new Handoff(given.handoff().summary(), given.handoff().sentiment(), notes.now());
        life.needPerson(true);
        annotations.describe(new Deed.Describe(null, null, null, null, null, AiClosure.HANDED_OFF));
        notes.add(Change.Kind.HANDED_OFF, null, Map.of());
    }

    private void redact(Deed.Redact redact) {
        Redaction.Result blank = Redaction.of(redact.message(), transcript, life);
        if (redact.message() != null && blank.messages() == 0 && !blank.other()) {
            return;
        }
        if (redact.message() == null) {
            notes.leave(new Effect.NotesRedacted());
        }
        notes.add(
                Change.Kind.REDACTED,
                redact.message(),
                Notes.detail("reason", redact.reason(), "messages", Integer.toString(blank.messages())));
    }

    private void check(Deed deed) {
        if (deed instanceof Deed.Meet meet) {
            surroundings.check(before, meet.contact());
        }
        if (deed instanceof Deed.BelongTo belong) {
            surroundings.contact(belong.contact());
        }
        if (deed instanceof Deed.JoinTeam join && join.team() != null) {
            surroundings.check(join.team());
        }
    }

    private void joinOthers(Deed deed) {
        if (deed instanceof Deed.Meet meet) {
            belong(surroundings.meet(life.conversation(), meet.contact()));
        }
        if (deed instanceof Deed.BelongTo belong) {
            belong(surroundings.contact(belong.contact()));
        }
        if (deed instanceof Deed.JoinTeam join) {
            Team team = join.team() == null ? null : surroundings.team(join.team());
            if (!Objects.equals(team, life.team)) {
                life.team = team;
                notes.add(Change.Kind.TEAM_CHANGED, team == null ? null : team.id(), Map.of());
            }
        }
    }

    private void belong(Contact contact) {
        if (!contact.equals(life.contact)) {
            life.contact = contact;
            notes.add(Change.Kind.CONTACT_CHANGED, contact.id(), Map.of());
        }
    }
}
