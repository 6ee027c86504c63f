package dev.parlance.journal;

import dev.parlance.conversation.TenantId;

/// Where changes of agents become durable. The journal tells of each.
@FunctionalInterface
public interface AgentLedger {
    /// Carries out one deed.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound without the agent or version; Invalid with the kind
    ///     [#PUBLISHED] for a version that cannot be changed any more; Conflict for another deed under the same receipt
    AgentOutcome carryOut(TenantId tenant, AgentDeed deed, Stamp stamp);

    /// The kind of mistake that is to change what is published.
    String PUBLISHED = "published";
}
