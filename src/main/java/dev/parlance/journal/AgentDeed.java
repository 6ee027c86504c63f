package dev.parlance.journal;

import dev.parlance.conversation.AgentProfile;
import dev.parlance.conversation.JsonText;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One thing done to an agent. A version that is named by no number is the latest one.
public sealed interface AgentDeed {
    UUID agent();

    record Create(UUID agent, AgentProfile profile) implements AgentDeed {}

    record Change(UUID agent, UnaryOperator<AgentProfile> change) implements AgentDeed {}

    /// With all its versions; its conversations stay.
    record Remove(UUID agent) implements AgentDeed {}

    /// One more version, with this config or that of version `base`: exactly one of the two.
    record AddVersion(
            UUID agent, @Nullable JsonText config, @Nullable Integer base) implements AgentDeed {}

    /// Sees to it that the latest version can be changed: a new one like it, when it is published or there is none.
    record EnsureDraft(UUID agent) implements AgentDeed {}

    /// Changes a version that is not published; nulls stay.
    record ChangeVersion(
            UUID agent,
            @Nullable Integer version,
            @Nullable JsonText config,
            @Nullable JsonText inputs) implements AgentDeed {}

    /// From then on the version never changes. It answers (`inbound`) or calls from (`outbound`) the numbers that are
    /// assigned; those that are unassigned have no version any more.
    record Publish(
            UUID agent,
            @Nullable Integer version,
            List<String> assigned,
            List<String> unassigned,
            boolean inbound,
            boolean outbound)
            implements AgentDeed {
        public Publish {
            assigned = List.copyOf(assigned);
            unassigned = List.copyOf(unassigned);
        }
    }
}
