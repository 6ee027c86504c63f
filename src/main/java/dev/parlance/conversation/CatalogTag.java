package dev.parlance.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tag as it is described for everybody; conversations name tags whether they are in the catalog or not.
public record CatalogTag(
        String name,
        @Nullable String description,
        boolean excludedFromAutoTagging,
        @Nullable UUID category) {}
