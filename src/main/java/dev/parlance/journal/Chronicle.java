package dev.parlance.journal;

import dev.parlance.conversation.TenantId;
import java.util.List;

/// The journal for those who read it: who did what.
public interface Chronicle {
    /// What was done to the conversation, in order, its messages aside.
    List<Change> timeline(TenantId tenant, long number);

    /// At most `limit` entries after a number of the journal, in order.
    List<Change> after(TenantId tenant, long seq, int limit);
}
