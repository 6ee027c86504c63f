package dev.parlance.journal;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What time does to a conversation: it becomes ready and begins, it expires, it is left alone for too long.
public record Due(Instant at, Step step) {

    /// The next thing that happens by itself, empty when nothing will.
    public static Optional<Due> next(Conversation conversation) {
        Conversation.Times times = conversation.times();
        State state = conversation.state();
        if (state.ended()) {
            return Optional.empty();
        }
        List<Due> coming = new ArrayList<>();
        if (times.expires() != null) {
            coming.add(new Due(times.expires(), Step.EXPIRE));
        }
        if (times.inactionTtl() != null && state != State.SCHEDULED) {
            coming.add(new Due(awake(times).plusSeconds(times.inactionTtl()), Step.EXPIRE));
        }
        if (state == State.SCHEDULED) {
            coming.add(new Due(orAtOnce(times), Step.BECOME_READY));
        }
        if (state == State.READY) {
            coming.add(new Due(orAtOnce(times), Step.BEGIN));
        }
        return coming.stream().min(Comparator.comparing(Due::at));
    }

    private static Instant orAtOnce(Conversation.Times times) {
        return times.scheduled() == null ? times.created() : times.scheduled();
    }

    /// The last sign of life: a message, else the moment it was to begin.
    private static Instant awake(Conversation.Times times) {
        Instant begun = times.scheduled() == null || times.scheduled().isBefore(times.created())
                ? times.created()
                : times.scheduled();
        return times.lastMessage() == null || times.lastMessage().isBefore(begun) ? begun : times.lastMessage();
    }
}
