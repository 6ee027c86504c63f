package dev.parlance.journal;

import dev.parlance.conversation.TenantId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/// Those who hear of a tenant's new journal entries: after the commit, before its callers do, in the order of commits.
public final class Followers {
    private static final System.Logger LOG = System.getLogger(Followers.class.getName());

    private final List<BiConsumer<TenantId, Committed>> followers = new CopyOnWriteArrayList<>();

    /// From now on, calls `follower` with every commit of a tenant.
    public void add(BiConsumer<TenantId, Committed> follower) {
        followers.add(follower);
    }

    /// What is committed stays committed: a follower that fails is noted, and catches up with the next number.
    void tell(TenantId tenant, Committed committed) {
        for (BiConsumer<TenantId, Committed> follower : followers) {
            try {
                follower.accept(tenant, committed);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "A follower of the journal failed: {0}", e.getClass());
            }
        }
    }
}
