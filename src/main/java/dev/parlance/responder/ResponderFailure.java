package dev.parlance.responder;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A responder gave no answer. The message is for people to read and holds no word of a conversation.
final class ResponderFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final boolean passing;
    private final transient @Nullable Duration pause;

    private ResponderFailure(String reason, boolean passing, @Nullable Duration pause) {
        super(reason, null, false, false);
        this.passing = passing;
        this.pause = pause;
    }

    /// It would fail again.
    static ResponderFailure lasting(String reason) {
        return new ResponderFailure(reason, false, null);
    }

    /// It may be better next time.
    static ResponderFailure passing(String reason) {
        return new ResponderFailure(reason, true, null);
    }

    /// It asks for a pause first.
    static ResponderFailure passing(String reason, @Nullable Duration pause) {
        return new ResponderFailure(reason, true, pause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    boolean isPassing() {
        return passing;
    }

    @Nullable
    Duration pause() {
        return pause;
    }
}
