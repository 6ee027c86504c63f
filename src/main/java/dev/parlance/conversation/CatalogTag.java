package dev.parlance.conversation;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tag as it is described for everybody; conversations name tags whether they are in the catalog or not.
public record CatalogTag(
        String name,
        @Nullable String description,
        boolean excludedFromAutoTagging,
        @Nullable UUID category) {
    /// What can be left as it is.
    public enum Part {
        DESCRIPTION,
        CATEGORY
    }

    /// The tag with these parts as they were.
    public CatalogTag keeping(Set<Part> parts, CatalogTag before) {
        return new CatalogTag(
                name,
                parts.contains(Part.DESCRIPTION) ? before.description : description,
                excludedFromAutoTagging,
                parts.contains(Part.CATEGORY) ? before.category : category);
    }
}
