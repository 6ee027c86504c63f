package dev.parlance.journal;

import dev.parlance.conversation.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The one door for changes. Per tenant it gathers what arrives while a transaction runs and commits it as the next
/// one; tenants do not wait for each other. Importers do best with [#IMPORT_BATCH] commands a call.
public final class Writer {
    /// Large enough for the set-based statements to pay, small enough to keep other callers' wait short.
    public static final int IMPORT_BATCH = 500;

    private final Ledger ledger;
    private final Followers followers;
    private final Map<TenantId, Lane> lanes = new ConcurrentHashMap<>();

    public Writer(Ledger ledger, Followers followers) {
        this.ledger = ledger;
        this.followers = followers;
    }

    /// Carries out the commands in order and returns when their outcomes are durable and all followers know. After an
    /// exception it is unknown which of them were carried out; all of them may be given again.
    public List<Outcome> write(TenantId tenant, List<? extends Command> commands) {
        return commands.isEmpty()
                ? List.of()
                : lanes.computeIfAbsent(tenant, id -> new Lane(id, ledger, followers))
                        .write(commands);
    }
}
