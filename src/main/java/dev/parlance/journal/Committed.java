package dev.parlance.journal;

import java.util.List;
import java.util.Optional;

/// A transaction that is durable: the last number of the tenant's journal after it, what became of each command, and
/// what it changed, where that is at hand.
public record Committed(long seq, List<Outcome> outcomes, Optional<Told> told) {
    public Committed {
        outcomes = List.copyOf(outcomes);
    }

    public Committed(long seq, List<Outcome> outcomes) {
        this(seq, outcomes, Optional.empty());
    }

    /// All that changed after the number `before` of the journal, in this one transaction.
    public record Told(long before, List<Feed.Subject> subjects) {
        public Told {
            subjects = List.copyOf(subjects);
        }
    }
}
