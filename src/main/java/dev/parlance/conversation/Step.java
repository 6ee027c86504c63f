package dev.parlance.conversation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What can happen to a conversation's state, and where it leads from each state: the one table of all transitions. A
/// step that has no way from a state is refused there.
public enum Step {
    /// The scheduled moment has come.
    BECOME_READY(Ways.to(State.READY, State.SCHEDULED)),
    /// The conversation starts to run.
    BEGIN(Ways.to(State.NEW, Ways.UNBEGUN)),
    RING(Ways.to(State.RINGING, State.TRIGGERED)),
    CONTACT_SPEAKS(Ways.to(State.NEW, Ways.UNBEGUN)
            .and(State.NEW, State.NEW)
            .and(State.ACTIVE, EnumSet.of(State.ACTIVE, State.WAITING))
            .and(State.HUMAN_MANAGED, State.HUMAN_MANAGED)),
    /// The AI does not speak while a person manages the conversation.
    AI_ANSWERS(Ways.to(State.ACTIVE, Ways.UNBEGUN)
            .and(State.ACTIVE, State.NEW)
            .and(State.WAITING, EnumSet.of(State.ACTIVE, State.WAITING))),
    PERSON_ANSWERS(Ways.to(State.WAITING, Ways.without(Ways.LIVE, State.HUMAN_MANAGED))
            .and(State.HUMAN_MANAGED, State.HUMAN_MANAGED)),
    SYSTEM_SPEAKS(Ways.staying(Ways.LIVE)),
    /// The AI asks for a person; the state waits for one to come.
    HAND_OFF(Ways.staying(Ways.without(Ways.LIVE, State.SCHEDULED, State.HUMAN_MANAGED))),
    TAKE_OVER(Ways.to(State.HUMAN_MANAGED, Ways.without(Ways.LIVE, State.SCHEDULED, State.HUMAN_MANAGED))),
    RELEASE(Ways.to(State.ACTIVE, State.HUMAN_MANAGED)),
    RESOLVE(Ways.to(State.RESOLVED, Ways.LIVE)),
    LEAVE_UNRESOLVED(Ways.to(State.UNRESOLVED, Ways.LIVE)),
    TRANSFER(Ways.to(State.TRANSFERRED, Ways.without(Ways.LIVE, State.SCHEDULED))),
    GO_UNANSWERED(Ways.to(State.UNANSWERED, Ways.without(Ways.UNBEGUN, State.SCHEDULED))),
    FAIL(Ways.to(State.FAILED, Ways.LIVE)),
    CANCEL(Ways.to(State.CANCELLED, Ways.LIVE)),
    EXPIRE(Ways.to(State.EXPIRED, Ways.LIVE)),
    /// The one way back from an ended state.
    REOPEN(Ways.to(State.ACTIVE, Ways.ended()));

    private final Ways ways;

    Step(Ways ways) {
        this.ways = ways;
    }

    /// The step that a message of this author takes.
    public static Step of(Author author) {
        return switch (author) {
            case CONTACT -> CONTACT_SPEAKS;
            case AI -> AI_ANSWERS;
            case HUMAN -> PERSON_ANSWERS;
            case SYSTEM -> SYSTEM_SPEAKS;
        };
    }

    /// The state after this step, empty when the step is refused in this state.
    public Optional<State> from(State state) {
        return Optional.ofNullable(ways.to().get(state));
    }

    /// Every state in which the step is allowed.
    public Set<State> allowed() {
        return Set.copyOf(ways.to().keySet());
    }

    /// The name in messages and in the journal.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
