package dev.parlance.tenant;

import dev.parlance.conversation.AgentProfile;
import dev.parlance.conversation.AgentVersion;
import dev.parlance.conversation.PhoneNumber;
import dev.parlance.conversation.StoredAgent;
import dev.parlance.journal.AgentDeed;
import dev.parlance.journal.AgentLedger;
import dev.parlance.journal.AgentOutcome;
import dev.parlance.journal.Stamp;
import dev.parlance.problem.Problem;
import dev.parlance.query.Agents;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The one door to a tenant's agents, which all its workspaces share: to read and to change them, and to choose one for
/// a conversation.
public final class Roster {
    private final Agents agents;
    private final AgentLedger ledger;

    public Roster(Agents agents, AgentLedger ledger) {
        this.agents = agents;
        this.ledger = ledger;
    }

    /// One agent.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound, whether nobody has it or another does
    public StoredAgent get(Access access, UUID agent) {
        requireRead(access);
        return agents.find(access.tenant().id(), agent).orElseThrow(Roster::noAgent);
    }

    public List<StoredAgent> list(Access access, Agents.Listing listing) {
        requireRead(access);
        return agents.list(access.tenant().id(), listing);
    }

    /// The versions of an agent, newest first.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound without the agent
    public List<AgentVersion> versions(Access access, UUID agent, Agents.VersionListing listing) {
        get(access, agent);
        return agents.versions(access.tenant().id(), agent, listing);
    }

    /// One version of an agent.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound without agent or version
    public AgentVersion getVersion(Access access, UUID agent, int number) {
        get(access, agent);
        return agents.findVersion(access.tenant().id(), agent, number).orElseThrow(Roster::noVersion);
    }

    /// The latest version; for who may change agents it is made one that can be changed.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound without the agent, or without a version that could be shown
    public AgentVersion getLatest(Access access, UUID agent, Stamp stamp) {
        get(access, agent);
        if (access.may(Permission.RESOURCES_WRITE) && access.workspace() == null) {
            return keepVersion(access, new AgentDeed.EnsureDraft(agent), stamp);
        }
        Agents.VersionListing latest = new Agents.VersionListing(null, null, Agents.Paging.first(1));
        return agents.versions(access.tenant().id(), agent, latest).stream()
                .findFirst()
                .orElseThrow(Roster::noVersion);
    }

    /// The numbers that an agent answers or calls from.
    public List<PhoneNumber> numbers(Access access, UUID agent) {
        get(access, agent);
        return agents.numbers(access.tenant().id(), agent);
    }

    /// Makes an agent, or changes one.
    public StoredAgent keep(Access access, AgentDeed deed, Stamp stamp) {
        return ((AgentOutcome.Kept) write(access, deed, stamp)).agent();
    }

    public void remove(Access access, UUID agent, Stamp stamp) {
        write(access, new AgentDeed.Remove(agent), stamp);
    }

    /// Makes a version, or changes one.
    public AgentVersion keepVersion(Access access, AgentDeed deed, Stamp stamp) {
        return ((AgentOutcome.VersionKept) write(access, deed, stamp)).version();
    }

    /// Publishes a version and gives the numbers that the deed named.
    public List<PhoneNumber> publish(Access access, AgentDeed.Publish deed, Stamp stamp) {
        return ((AgentOutcome.Published) write(access, deed, stamp)).numbers();
    }

    /// A version that a conversation is to be begun with, published or not, and its agent.
    public record Chosen(AgentProfile agent, AgentVersion version) {}

    /// The version of this number of an agent, or with null its latest published one; empty when it has none.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound without the agent
    public Optional<Chosen> choose(Access access, UUID agent, @Nullable Integer number) {
        access.require(Permission.CONVERSATIONS_WRITE);
        AgentProfile profile = agents.find(access.tenant().id(), agent)
                .orElseThrow(Roster::noAgent)
                .profile();
        Agents.VersionListing wanted =
                new Agents.VersionListing(number, number == null ? Boolean.TRUE : null, Agents.Paging.first(1));
        return agents.versions(access.tenant().id(), agent, wanted).stream()
                .findFirst()
                .map(version -> new Chosen(profile, version));
    }

    /// The version of this id, empty when there is none.
    public Optional<Chosen> choose(Access access, UUID version) {
        access.require(Permission.CONVERSATIONS_WRITE);
        return agents.findVersion(access.tenant().id(), version).map(found -> {
            AgentProfile profile = agents.find(access.tenant().id(), found.agent())
                    .orElseThrow(Roster::noAgent)
                    .profile();
            return new Chosen(profile, found);
        });
    }

    /// The version that calls from this number, empty when none does.
    public Optional<Chosen> chooseCaller(Access access, String number) {
        access.require(Permission.CONVERSATIONS_WRITE);
        return agents.findNumber(access.tenant().id(), number)
                .flatMap(found -> Optional.ofNullable(found.outbound()))
                .flatMap(version -> choose(access, version));
    }

    private AgentOutcome write(Access access, AgentDeed deed, Stamp stamp) {
        access.require(Permission.RESOURCES_WRITE);
        if (access.workspace() != null) {
            throw new Problem.Forbidden("A token of one workspace cannot change agents, which all workspaces share.")
                    .refusal();
        }
        return ledger.carryOut(access.tenant().id(), deed, stamp);
    }

    private static void requireRead(Access access) {
        access.requireOneOf(Permission.RESOURCES_READ, Permission.RESOURCES_WRITE);
    }

    private static RuntimeException noAgent() {
        return new Problem.NotFound("Agent").refusal();
    }

    private static RuntimeException noVersion() {
        return new Problem.NotFound("Agent version").refusal();
    }
}
