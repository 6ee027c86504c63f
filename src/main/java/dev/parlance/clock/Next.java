package dev.parlance.clock;

import java.time.Instant;

/// What follows on an errand.
public sealed interface Next {
    Next NOTHING = new Nothing();

    record Nothing() implements Next {}

    /// It was done for now, and is due again.
    record At(Instant moment) implements Next {}

    /// It failed, and is tried again.
    record Again(Instant moment) implements Next {}
}
