package dev.parlance.journal;

import java.util.List;

/// A transaction that is durable: the last number of the tenant's journal after it, and what became of each command.
public record Committed(long seq, List<Outcome> outcomes) {
    public Committed {
        outcomes = List.copyOf(outcomes);
    }
}
