package dev.parlance.query;

import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.TenantId;
import dev.parlance.conversation.UseKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where resources were used: the reverse lookup. `workspace` restricts to the conversations of one workspace when not
/// null.
public interface ResourceUsage {
    /// The conversations that used a resource, most recent use first, ties by the greater number; only uses in `span`
    /// count.
    Lookup conversations(TenantId tenant, @Nullable UUID workspace, Used used, int limit, long offset);

    /// The resources of a type that were used in the span, most recently used first, ties by resource id; strictly
    /// after `after` when not null.
    List<Summary> resources(TenantId tenant, @Nullable UUID workspace, Listing listing);

    /// One resource's use in the span, empty when it was never used in it.
    Optional<Summary> summary(
            TenantId tenant, @Nullable UUID workspace, ResourceType type, String resourceId, Span span);

    /// What is looked up.
    record Used(ResourceType type, String resourceId, UseKind kind, Span span) {}

    /// What is listed.
    record Listing(ResourceType type, Span span, @Nullable Last after, int limit) {}

    /// The last resource of the page before.
    record Last(Instant lastUsed, String resourceId) {}

    /// A page of conversations, and how many there are in all.
    record Lookup(List<Hit> hits, long total) {
        public Lookup {
            hits = List.copyOf(hits);
        }
    }

    /// A conversation that used the resource: `replies` counts the AI replies that did, inside the span.
    record Hit(
            UUID conversation,
            long number,
            @Nullable String lastMessage,
            long replies,
            Instant firstUsed,
            Instant lastUsed) {}

    /// How often a resource was used. `handoffs` counts the conversations among them that were handed to people.
    record Summary(
            String resourceId,
            long conversations,
            long appliedConversations,
            long appliedReplies,
            long availableConversations,
            long availableReplies,
            long handoffs,
            Instant firstUsed,
            Instant lastUsed) {}
}
