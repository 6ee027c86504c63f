package dev.parlance.understanding;

import dev.parlance.clock.Agenda;
import dev.parlance.clock.Errand;
import dev.parlance.clock.Next;
import dev.parlance.clock.Task;
import dev.parlance.clock.Wake;
import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.By;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.SummaryBy;
import dev.parlance.journal.Command;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Outcome;
import dev.parlance.journal.Stamp;
import dev.parlance.journal.Writer;
import dev.parlance.problem.Problem;
import dev.parlance.query.Row;
import dev.parlance.query.Shelf;
import dev.parlance.responder.TenantModel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds out after a turn what can be said of a conversation: its language, and by the tenant's model a summary, the
/// contact's sentiment and whether the concern is settled. Without a model the summary is an extract. What somebody
/// gave
/// stays: a summary that we did not make, a language that is known.
public final class Understanding implements Errand {
    private static final Stamp STAMP = Stamp.of(By.system("understanding"));
    private static final int MOST_FAILURES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Shelf shelf;
    private final Writer writer;
    private final Agenda agenda;
    private final TenantModel model;
    private final Clock clock;

    public Understanding(Shelf shelf, Writer writer, Agenda agenda, TenantModel model, Clock clock) {
        this.shelf = shelf;
        this.writer = writer;
        this.agenda = agenda;
        this.model = model;
        this.clock = clock;
    }

    @Override
    public Task task() {
        return Task.UNDERSTAND;
    }

    @Override
    public Next carryOut(Wake wake) {
        if (agenda.isOvertaken(Task.UNDERSTAND, wake)) {
            return Next.NOTHING;
        }
        return shelf.take(wake.tenant(), List.of(wake.number()), true).rows().stream()
                .findFirst()
                .map(row -> understand(wake, row))
                .orElse(Next.NOTHING);
    }

    private Next understand(Wake wake, Row row) {
        return switch (model.ask(wake.tenant(), Opinion.TOLD, Opinion.transcript(row.messages()))) {
            case TenantModel.Opinion.None none -> describe(wake, row, null);
            case TenantModel.Opinion.Said said ->
                Opinion.find(said.text())
                        .map(opinion -> describe(wake, row, opinion))
                        .orElseGet(() -> failed(wake, row, true));
            case TenantModel.Opinion.Failed failed -> failed(wake, row, failed.passing());
        };
    }

    private Next failed(Wake wake, Row row, boolean passing) {
        boolean again = passing && wake.failures() + 1 < MOST_FAILURES;
        return again
                ? new Next.Again(clock.instant().plus(PAUSE.multipliedBy(wake.failures() + 1L)))
                : describe(wake, row, null);
    }

    /// Only while it stands as it was read: what was blacked out meanwhile must not come back in a summary.
    private Next describe(Wake wake, Row row, @Nullable Opinion opinion) {
        Conversation conversation = row.conversation();
        Command.Target target =
                new Command.Target(conversation.id(), null, conversation.times().updated());
        Outcome outcome = writer.write(wake.tenant(), List.of(new Command.Act(target, deeds(row, opinion), STAMP)))
                .getFirst();
        boolean stale = outcome instanceof Outcome.Refused refused && refused.problem() instanceof Problem.Stale;
        return stale ? new Next.At(clock.instant()) : Next.NOTHING;
    }

    private static List<Deed> deeds(Row row, @Nullable Opinion opinion) {
        Conversation conversation = row.conversation();
        Conversation.Words words = conversation.words();
        boolean given = words.summary() != null && words.summaryBy() == null;
        SummaryBy by = opinion == null ? SummaryBy.EXTRACT : SummaryBy.MODEL;
        Optional<String> summary = opinion == null ? Extract.of(row.messages()) : Optional.of(opinion.summary());
        List<Deed> deeds = new ArrayList<>();
        deeds.add(new Deed.Describe(
                null,
                given ? null : summary.orElse(null),
                null,
                words.language() == null ? language(row.messages()).orElse(null) : null,
                opinion == null ? null : opinion.sentiment(),
                opinion == null ? null : closure(conversation, opinion),
                by));
        if (opinion != null && opinion.open() && isClosedByGuess(conversation)) {
            deeds.add(new Deed.Forget(Set.of(Deed.Forget.Said.AI_CLOSURE)));
        }
        return deeds;
    }

    /// A handoff is a fact, and no opinion changes it.
    private static @Nullable AiClosure closure(Conversation conversation, Opinion opinion) {
        return conversation.standing().aiClosure() == AiClosure.HANDED_OFF ? null : opinion.closure();
    }

    private static boolean isClosedByGuess(Conversation conversation) {
        AiClosure closure = conversation.standing().aiClosure();
        return !conversation.state().ended() && closure != null && closure != AiClosure.HANDED_OFF;
    }

    private static Optional<String> language(List<Message> messages) {
        return Languages.find(messages.stream()
                .filter(message -> message.author() == Author.CONTACT)
                .map(Message::text)
                .collect(Collectors.joining("\n")));
    }
}
