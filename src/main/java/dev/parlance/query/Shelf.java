package dev.parlance.query;

import dev.parlance.conversation.TenantId;
import java.util.List;

/// Conversations by number.
public interface Shelf {
    /// The journal's last number.
    long seq(TenantId tenant);

    /// Takes the conversations in the order of the list; those that are gone are left out.
    Taken take(TenantId tenant, List<Long> numbers, boolean transcripts);

    /// What was taken, all as of the journal's `seq`.
    record Taken(List<Row> rows, long seq) {
        public Taken {
            rows = List.copyOf(rows);
        }
    }
}
