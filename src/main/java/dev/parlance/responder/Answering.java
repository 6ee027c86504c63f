package dev.parlance.responder;

import dev.parlance.clock.Agenda;
import dev.parlance.clock.Errand;
import dev.parlance.clock.Next;
import dev.parlance.clock.Task;
import dev.parlance.clock.Wake;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.By;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import dev.parlance.journal.Command;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Outcome;
import dev.parlance.journal.Stamp;
import dev.parlance.journal.Writer;
import dev.parlance.problem.Problem;
import dev.parlance.query.Row;
import dev.parlance.query.Shelf;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Has a tenant's responder answer what a contact said. An answer is given only while the conversation stands as the
/// responder saw it; when the responder gives none, a person is asked for.
public final class Answering implements Errand {
    private static final By OURSELVES = By.system("responder");
    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 5;

    private final Ground ground;
    private final WebhookCall webhook;
    private final ModelCall model;

    /// What it stands on.
    public record Ground(
            Shelf shelf,
            Writer writer,
            Agenda agenda,
            Responders responders,
            Knowledge knowledge,
            Variables variables,
            Clock clock) {}

    public Answering(Ground ground) {
        this.ground = ground;
        this.webhook = new WebhookCall(ground.variables(), ground.clock());
        this.model = new ModelCall(ground.knowledge(), new Chat(ground.variables()));
    }

    @Override
    public Task task() {
        return Task.ANSWER;
    }

    @Override
    public Next carryOut(Wake wake) {
        Optional<Responder> responder = ground.responders().find(wake.tenant());
        Optional<Row> row = responder.isEmpty() || ground.agenda().isOvertaken(Task.ANSWER, wake)
                ? Optional.empty()
                : findWaiting(wake);
        return row.isEmpty() ? Next.NOTHING : answer(wake, responder.get(), row.get());
    }

    private Next answer(Wake wake, Responder responder, Row row) {
        Question question = new Question(wake.tenant(), "msg_" + id(wake), row.conversation(), row.messages());
        Answer answer;
        try {
            answer = switch (responder) {
                case Responder.Webhook hook -> webhook.ask(hook, question);
                case Responder.Model chat -> model.ask(chat, question);
            };
        } catch (ResponderFailure failure) {
            return failed(wake, row, responder.patience().attempts(), failure);
        }
        List<Deed> deeds = deeds(row.conversation(), answer);
        return deeds.isEmpty() ? Next.NOTHING : act(wake, row, deeds, by(row.conversation(), responder));
    }

    /// In assist mode the AI drafts and a person speaks.
    private static List<Deed> deeds(Conversation conversation, Answer answer) {
        List<Deed> deeds = new ArrayList<>();
        if (answer.text() != null && conversation.standing().assistMode()) {
            deeds.add(new Deed.Note(answer.text()));
        } else if (answer.text() != null) {
            String name = conversation.agent().name();
            deeds.add(new Deed.Say(null, Author.AI, name, answer.text(), List.of(), answer.uses()));
        }
        if (answer.handoff() != null) {
            deeds.add(new Deed.HandOff(answer.handoff()));
        }
        return deeds;
    }

    private static By by(Conversation conversation, Responder responder) {
        UUID agent = conversation.agent().id();
        String kind = switch (responder) {
            case Responder.Webhook hook -> "webhook";
            case Responder.Model chat -> chat.model();
        };
        return new By(By.Kind.AI, agent == null ? kind : agent.toString());
    }

    private Next failed(Wake wake, Row row, int attempts, ResponderFailure failure) {
        int made = wake.failures() + 1;
        if (failure.isPassing() && made < attempts) {
            Duration pause = failure.pause() == null
                    ? FIRST_PAUSE.multipliedBy(1L << Math.min(wake.failures(), MOST_DOUBLINGS))
                    : failure.pause();
            return new Next.Again(ground.clock().instant().plus(pause));
        }
        String reason = made == 1 ? failure.reason() : failure.reason() + " It was asked " + made + " times.";
        return act(wake, row, List.of(new Deed.RaiseAttention(id(wake), "responder_failed", reason)), OURSELVES);
    }

    /// Does the deeds while the conversation stands as `seen`. When only something beside its messages changed, they
    /// are
    /// done all the same; when more was said, it is asked about again.
    private Next act(Wake wake, Row seen, List<Deed> deeds, By by) {
        Instant unchanged = seen.conversation().times().updated();
        for (int i = 0; i < TRIES; i++) {
            Command.Target target = new Command.Target(seen.conversation().id(), null, unchanged);
            Outcome outcome = ground.writer()
                    .write(wake.tenant(), List.of(new Command.Act(target, deeds, Stamp.of(by))))
                    .getFirst();
            if (!(outcome instanceof Outcome.Refused refused) || !(refused.problem() instanceof Problem.Stale)) {
                return Next.NOTHING;
            }
            Optional<Row> now = findWaiting(wake);
            if (now.isEmpty()) {
                return Next.NOTHING;
            }
            if (!now.get().messages().equals(seen.messages())) {
                break;
            }
            unchanged = now.get().conversation().times().updated();
        }
        return new Next.At(ground.clock().instant());
    }

    /// The conversation, if its contact spoke last and no person is in charge of it.
    private Optional<Row> findWaiting(Wake wake) {
        return ground.shelf().take(wake.tenant(), List.of(wake.number()), true).rows().stream()
                .filter(Answering::isWaiting)
                .findFirst();
    }

    private static boolean isWaiting(Row row) {
        Conversation conversation = row.conversation();
        boolean personAsked =
                conversation.handoff() != null && conversation.standing().supportRequired();
        return !conversation.state().ended()
                && conversation.state() != State.HUMAN_MANAGED
                && !personAsked
                && Question.findLast(row.messages())
                        .filter(last -> last.author() == Author.CONTACT)
                        .isPresent();
    }

    private static UUID id(Wake wake) {
        return StableId.derived(
                "answer",
                Integer.toString(wake.tenant().value()),
                Long.toString(wake.number()),
                Long.toString(wake.mark()));
    }
}
