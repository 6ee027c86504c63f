package dev.parlance.tenant;

import dev.parlance.conversation.Message;
import dev.parlance.problem.Problem;
import dev.parlance.query.Turns;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// The door behind which one waits for the answer to what a contact said.
public final class Replies {
    private static final Duration FIRST_LOOK = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private final Turns turns;

    public Replies(Turns turns) {
        this.turns = turns;
    }

    /// What came back.
    public sealed interface Reply {
        /// The AI answered, and perhaps asked for a person as well.
        record Said(List<Message> messages, boolean handedOff) implements Reply {
            public Said {
                messages = List.copyOf(messages);
            }
        }

        /// The AI said nothing and asked for a person.
        record HandedOff() implements Reply {}

        /// The responder failed; the reason holds no words of a message.
        record Failed(String reason) implements Reply {}

        /// Nothing, and nothing will come by itself: no responder answers, or a person has taken over.
        record Silence() implements Reply {}

        /// Nothing yet.
        record Late() implements Reply {}
    }

    /// Whether a responder answers the tenant's contacts by itself (`parlance responder set`).
    public boolean areExpected(Access access) {
        return turns.isAnswered(access.tenant().id());
    }

    /// Waits for what comes of a message that a contact just said, at most `patience`.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound when the conversation has no such message
    public Reply await(Access access, UUID conversation, UUID message, Duration patience) {
        access.require(Permission.CONVERSATIONS_WRITE);
        long end = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_LOOK;
        while (true) {
            Turns.Turn turn = turns.find(access.tenant().id(), conversation, message)
                    .orElseThrow(() -> new Problem.NotFound("Message").refusal());
            if (!turn.pending() || System.nanoTime() >= end) {
                return reply(turn);
            }
            pause(pause);
            pause = pause.plus(FIRST_LOOK).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.plus(FIRST_LOOK);
        }
    }

    private static Reply reply(Turns.Turn turn) {
        if (!turn.said().isEmpty()) {
            return new Reply.Said(turn.said(), turn.handedOff());
        }
        if (turn.handedOff()) {
            return new Reply.HandedOff();
        }
        if (turn.failure() != null) {
            return new Reply.Failed(turn.failure());
        }
        return turn.pending() ? new Reply.Late() : new Reply.Silence();
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem.Unavailable("The server is stopping.").refusal();
        }
    }
}
