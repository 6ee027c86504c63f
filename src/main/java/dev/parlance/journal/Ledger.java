package dev.parlance.journal;

import dev.parlance.conversation.TenantId;
import java.util.List;

/// Where commands become durable. One call is one transaction: its changes get the tenant's next numbers, gap-free and
/// in the order of commits, whoever else writes.
public interface Ledger {
    /// Carries out the commands in order; the outcomes come in the same order. A rejected command changes nothing and
    /// does not stop the others. Any exception means that the transaction is undone or its fate unknown; puts
    /// can be given again, for putting twice is putting once.
    Committed commit(TenantId tenant, List<? extends Command> commands);
}
