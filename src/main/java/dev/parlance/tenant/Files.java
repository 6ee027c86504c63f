package dev.parlance.tenant;

import dev.parlance.conversation.TenantId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// Where the bytes of recordings and attachments are kept.
public interface Files {
    /// Those of the ids that are held.
    Map<UUID, HeldFile> find(TenantId tenant, Collection<UUID> ids);

    /// Gives the bytes from `first` to `last`, both included, a part at a time. Nothing of the store is occupied while
    /// a part is taken.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound when the file was replaced or taken away meanwhile
    void read(TenantId tenant, HeldFile file, long first, long last, Consumer<byte[]> parts);
}
