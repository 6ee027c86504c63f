package dev.parlance.query;

import dev.parlance.conversation.CatalogTag;
import dev.parlance.conversation.TenantId;
import java.time.Instant;
import java.util.List;

/// A tenant's catalog of tags.
public interface Tags {
    /// A tag of the catalog and its own times.
    record Kept(CatalogTag tag, Instant created, Instant updated) {}

    /// All of them, by name.
    List<Kept> list(TenantId tenant);
}
