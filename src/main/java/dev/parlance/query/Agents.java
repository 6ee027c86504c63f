package dev.parlance.query;

import dev.parlance.conversation.AgentVersion;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.PhoneNumber;
import dev.parlance.conversation.StoredAgent;
import dev.parlance.conversation.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tenant's agents with their versions and telephone numbers.
public interface Agents {
    /// Which agents are wanted: whose name holds this part in any case, whose metadata contains this object; null
    /// leaves
    /// each open. Newest first, of those created before `before`.
    record Listing(
            @Nullable String name,
            @Nullable Boolean active,
            @Nullable Boolean demo,
            @Nullable JsonText metadata,
            Paging paging) {}

    /// Which versions of an agent are wanted.
    record VersionListing(
            @Nullable Integer number, @Nullable Boolean published, Paging paging) {}

    /// The part of a list that was created and updated in these spans, and before `before`.
    record Paging(Span created, Span updated, @Nullable Instant before, int limit) {
        /// The newest.
        public static Paging first(int limit) {
            return new Paging(Span.ALWAYS, Span.ALWAYS, null, limit);
        }
    }

    Optional<StoredAgent> find(TenantId tenant, UUID agent);

    List<StoredAgent> list(TenantId tenant, Listing listing);

    Optional<AgentVersion> findVersion(TenantId tenant, UUID agent, int number);

    Optional<AgentVersion> findVersion(TenantId tenant, UUID version);

    /// An agent's versions, newest first.
    List<AgentVersion> versions(TenantId tenant, UUID agent, VersionListing listing);

    Optional<PhoneNumber> findNumber(TenantId tenant, String number);

    /// The numbers that versions of the agent answer or call from.
    List<PhoneNumber> numbers(TenantId tenant, UUID agent);
}
