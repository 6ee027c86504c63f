package dev.parlance.journal;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Use;
import dev.parlance.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes words away for good. What holds a message's words beside it (the summary, the recording, its attachments) goes
/// with it; of a whole conversation go all words that somebody wrote: subject, context, outcome, handoff and custom
/// data
/// too.
final class Redaction {
    static final String BLANK = "[REDACTED]";

    private Redaction() {}

    /// How many messages lost their words, and whether anything else did.
    record Result(int messages, boolean other) {}

    /// Blacks out one message or, with null, everything.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound when there is no such message
    static Result of(@Nullable UUID message, List<Message> transcript, Life life) {
        if (message != null && transcript.stream().noneMatch(each -> each.id().equals(message))) {
            throw new Problem.NotFound("Message").refusal();
        }
        int blackened = 0;
        for (int i = 0; i < transcript.size(); i++) {
            Message each = transcript.get(i);
            boolean meant = message == null || each.id().equals(message);
            if (meant && !blank(each).equals(each)) {
                transcript.set(i, blank(each));
                blackened++;
            }
        }
        boolean other = message == null ? forget(life) : blackened > 0 && forgetSummary(life);
        other |= (message == null || blackened > 0) && forgetRecording(life);
        return new Result(blackened, other);
    }

    private static boolean forgetRecording(Life life) {
        boolean known = life.recording != null;
        life.recording = null;
        return known;
    }

    private static Message blank(Message message) {
        List<Use> uses = message.uses().stream()
                .map(use -> new Use(use.type(), use.resourceId(), use.kind(), use.name(), null, null, use.error()))
                .toList();
        return new Message(message.id(), message.author(), message.authorName(), message.at(), BLANK, List.of(), uses);
    }

    private static boolean forgetSummary(Life life) {
        Conversation.Words words = life.words;
        life.words = new Conversation.Words(
                words.subject(), null, words.outcome(), words.initialContext(), words.language());
        return !words.equals(life.words);
    }

    private static boolean forget(Life life) {
        Conversation.Words words = life.words;
        boolean known = life.customData != null;
        life.words = new Conversation.Words(null, null, null, null, words.language());
        life.customData = null;
        Handoff handoff = life.handoff;
        if (handoff != null) {
            life.handoff = new Handoff(BLANK, handoff.sentiment(), handoff.at());
        }
        return known || !words.equals(life.words) || !Objects.equals(handoff, life.handoff);
    }
}
