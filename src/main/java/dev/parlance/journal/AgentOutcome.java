package dev.parlance.journal;

import dev.parlance.conversation.AgentVersion;
import dev.parlance.conversation.PhoneNumber;
import dev.parlance.conversation.StoredAgent;
import java.util.List;

/// What became of a deed to an agent once it is durable.
public sealed interface AgentOutcome {
    record Kept(StoredAgent agent) implements AgentOutcome {}

    record Removed() implements AgentOutcome {}

    record VersionKept(AgentVersion version) implements AgentOutcome {}

    /// The numbers that the deed named, as they are now.
    record Published(AgentVersion version, List<PhoneNumber> numbers) implements AgentOutcome {
        public Published {
            numbers = List.copyOf(numbers);
        }
    }
}
