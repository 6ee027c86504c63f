package dev.parlance.dialect.anyreach;

import dev.parlance.journal.Draft;
import dev.parlance.problem.Problem;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Roster;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out who speaks in a conversation that is to begin, and with what words.
record Casting(Roster roster) {
    /// The agent as the conversation will have it, what it says first, and the subject of its e-mails.
    record Speaker(
            Draft.AgentDraft agent,
            @Nullable String greeting,
            @Nullable String subject) {}

    /// The speaker that a request names.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound without agent or version; Invalid, as what cannot be done, when it
    ///     may not speak
    Speaker speaker(Access access, CreateRequest asked) {
        return switch (asked.agent()) {
            case AgentReference.Stored stored -> speaker(asked, chosen(access, stored));
            case AgentReference.Version version ->
                speaker(
                        asked,
                        roster.choose(access, Ids.of(version.id(), "Agent version"))
                                .orElseThrow(Casting::noVersion));
            case AgentReference.Inline inline -> speaker(asked, AgentConfig.of(inline.config()), nobody(asked));
            case AgentReference.Nobody none -> caller(access, asked);
        };
    }

    private Roster.Chosen chosen(Access access, AgentReference.Stored stored) {
        return roster.choose(access, Ids.of(stored.agent(), "Agent"), stored.version())
                .orElseThrow(() -> stored.version() == null
                        ? Problems.unfulfillable("agent_id", "The agent has no published version")
                        : noVersion());
    }

    /// Whoever calls from the number; it may be nobody that is known here.
    private Speaker caller(Access access, CreateRequest asked) {
        Optional<Roster.Chosen> chosen =
                Optional.ofNullable(asked.agentNumber()).flatMap(number -> roster.chooseCaller(access, number));
        return chosen.map(found -> speaker(asked, found)).orElseGet(() -> new Speaker(nobody(asked), null, null));
    }

    private static Speaker speaker(CreateRequest asked, Roster.Chosen chosen) {
        if (chosen.version().published() == null) {
            throw Problems.unfulfillable(
                    "version", "Version " + chosen.version().number() + " of the agent is not published");
        }
        if (!chosen.agent().active()) {
            throw Problems.unfulfillable("agent_id", "The agent is not active");
        }
        Draft.AgentDraft agent = new Draft.AgentDraft(
                chosen.version().agent().toString(),
                chosen.agent().name(),
                chosen.version().id().toString(),
                number(asked));
        return speaker(asked, AgentConfig.of(chosen.version().config()), agent);
    }

    private static Speaker speaker(CreateRequest asked, AgentConfig config, Draft.AgentDraft agent) {
        if (!config.isEnabled(asked.channel())) {
            throw Problems.unfulfillable(
                    "channel",
                    "The agent is not enabled on the channel " + asked.channel().word());
        }
        return new Speaker(
                agent,
                config.findGreeting(asked.channel()).orElse(null),
                config.findSubject().orElse(null));
    }

    private static Draft.AgentDraft nobody(CreateRequest asked) {
        return new Draft.AgentDraft(null, null, null, number(asked));
    }

    /// The number or address that the agent speaks from.
    private static @Nullable String number(CreateRequest asked) {
        return asked.channel() == Medium.EMAIL && asked.email().from() != null
                ? asked.email().from()
                : asked.agentNumber();
    }

    private static RuntimeException noVersion() {
        return new Problem.NotFound("Agent version").refusal();
    }
}
