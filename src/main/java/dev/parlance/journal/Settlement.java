package dev.parlance.journal;

import dev.parlance.conversation.Agent;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.Instants;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Fills in what a draft leaves open. Absent members have their default, also when the conversation is stored already;
/// only what
/// would be "now" by default stays as it was stored.
public final class Settlement {
    private static final long GREATEST_NUMBER = (1L << 53) - 1;

    private final Draft draft;
    private final Circumstances met;
    private final @Nullable Conversation stored;
    private final List<Message> messages;
    private final UUID id;
    private final State state;

    private Settlement(Draft draft, Circumstances met) {
        this.draft = draft;
        this.met = met;
        this.stored = met.stored() == null ? null : met.stored().conversation();
        this.id = id(draft, stored == null ? null : stored.id());
        this.messages = Transcript.of(
                draft, id, met.stored() == null ? List.of() : met.stored().messages(), met.now());
        State ended = messages.isEmpty() ? State.NEW : State.RESOLVED;
        this.state = draft.state() == null ? ended : draft.state();
    }

    /// What the draft comes to. Equal to what is stored when it changes nothing.
    public static Settled settle(Draft draft, Circumstances met) {
        Settlement settlement = new Settlement(draft, met);
        Settled stored = met.stored();
        return stored != null && settlement.changesNothing(stored) ? stored : settlement.settled();
    }

    /// The conversation's id: the given one, else the stored one, else the one that follows from the origin.
    public static UUID id(Draft draft, @Nullable UUID stored) {
        if (draft.id() != null) {
            return draft.id();
        }
        return stored == null ? StableId.derived("conversation", draft.source(), draft.sourceId()) : stored;
    }

    /// What makes the draft impossible wherever it is put.
    public static Optional<Outcome.Rejected> objection(Draft draft) {
        Long number = draft.number();
        if (number != null && (number < 1 || number > GREATEST_NUMBER)) {
            String reason = "must be a whole number from 1 to " + GREATEST_NUMBER;
            return Optional.of(new Outcome.Rejected("ticket_number", reason));
        }
        int repeated = Transcript.repeatedId(draft);
        return repeated < 0
                ? Optional.empty()
                : Optional.of(new Outcome.Rejected(
                        "messages[" + repeated + "].id", "an earlier message of the record has the same id"));
    }

    private boolean changesNothing(Settled before) {
        Instant updated = draft.times().updated();
        boolean later = updated != null
                && Instants.micros(updated)
                        .isAfter(before.conversation().times().updated());
        return !later
                && !met.changesOthers()
                && messages.equals(before.messages())
                && content(conversation(before.conversation().times().updated()))
                        .equals(content(before.conversation()));
    }

    private Settled settled() {
        return new Settled(conversation(updated()), messages);
    }

    /// All that a draft can change, without the contact's and the team's own details.
    private static List<@Nullable Object> content(Conversation c) {
        return Arrays.asList(
                c.id(),
                c.workspace(),
                c.channel(),
                c.channelAccount(),
                c.direction(),
                c.state(),
                c.words(),
                c.standing(),
                c.times(),
                c.counts(),
                c.contact() == null ? null : c.contact().id(),
                c.agent(),
                c.links(),
                c.team() == null ? null : c.team().id(),
                c.tags(),
                c.customData(),
                c.handoff(),
                c.ticketingSystem(),
                c.recording(),
                c.origin());
    }

    private Conversation conversation(Instant updated) {
        Named workspace = workspace(draft.place());
        return new Conversation(
                id,
                met.number(),
                workspace,
                draft.place().channel(),
                channelAccount(draft.place()),
                draft.place().direction(),
                state,
                draft.words(),
                standing(),
                times(updated),
                counts(),
                met.contact(),
                agent(),
                links(),
                met.team(),
                draft.tags().stream().distinct().toList(),
                draft.customData(),
                handoff(),
                draft.ticketingSystem(),
                draft.recording(),
                new Conversation.Origin(draft.source(), draft.sourceId()));
    }

    private static Named workspace(Draft.Place place) {
        return new Named(StableId.workspace(place.workspace()), place.workspace());
    }

    private static Named channelAccount(Draft.Place place) {
        String name = Objects.requireNonNullElse(
                place.channelAccount(), place.channel().word());
        return new Named(StableId.channel(place.workspace(), place.channel(), name), name);
    }

    private Conversation.Standing standing() {
        Draft.Standing given = draft.standing();
        return new Conversation.Standing(
                given.sentiment(), given.aiClosure(), given.assistMode(), given.supportRequired(), openAttention());
    }

    /// Nothing that a record says.
    private int openAttention() {
        return stored == null ? 0 : stored.standing().openAttention();
    }

    private Conversation.Times times(Instant updated) {
        return new Conversation.Times(
                created(),
                updated,
                lastMessage(),
                messages.isEmpty() ? null : messages.getFirst().at(),
                completed(updated),
                micros(draft.times().scheduled()),
                micros(draft.times().expires()),
                draft.times().inactionTtl());
    }

    private Instant created() {
        Instant given = draft.times().created();
        if (given != null) {
            return Instants.micros(given);
        }
        boolean told = !messages.isEmpty() && draft.messages().getFirst().at() != null;
        if (told) {
            return messages.getFirst().at();
        }
        return stored == null ? met.now() : stored.times().created();
    }

    private Instant updated() {
        Instant given = micros(draft.times().updated());
        if (stored != null) {
            boolean later = given != null && given.isAfter(stored.times().updated());
            return later ? Objects.requireNonNull(given) : met.now();
        }
        return given == null ? Objects.requireNonNullElseGet(lastMessage(), this::created) : given;
    }

    private @Nullable Instant lastMessage() {
        return messages.isEmpty() ? null : messages.getLast().at();
    }

    /// When it ended: known from what is stored as long as no other last message says better.
    private @Nullable Instant completed(Instant updated) {
        if (!state.ended()) {
            return null;
        }
        Instant before = stored == null || !stored.state().ended()
                ? null
                : stored.times().completed();
        boolean same = stored != null && Objects.equals(stored.times().lastMessage(), lastMessage());
        if (before != null && same) {
            return before;
        }
        return Objects.requireNonNullElse(lastMessage(), updated);
    }

    private Conversation.Counts counts() {
        long turns = messages.stream()
                .filter(message -> message.author() == Author.CONTACT)
                .count();
        return new Conversation.Counts(
                messages.size(), draft.userTurns() == null ? (int) turns : draft.userTurns(), duration());
    }

    private @Nullable Integer duration() {
        if (draft.duration() != null || !state.ended() || messages.isEmpty()) {
            return draft.duration();
        }
        long seconds = Duration.between(
                        messages.getFirst().at(), messages.getLast().at())
                .toSeconds();
        return Math.clamp(seconds, 0, Integer.MAX_VALUE);
    }

    private Agent agent() {
        Draft.AgentDraft given = draft.agent();
        UUID agent = given.id() == null ? null : StableId.of("agent", given.id());
        return new Agent(agent, given.name(), given.versionId(), given.number());
    }

    private Conversation.Links links() {
        Conversation.Links given = draft.links();
        return new Conversation.Links(
                given.userId() == null ? user() : given.userId(),
                given.webWidgetId(),
                given.assigneeId(),
                given.audienceMembershipId(),
                given.conversationGraphId());
    }

    /// What the draft itself says of the contact comes first, so that the same draft always gives the same.
    private @Nullable String user() {
        Draft.ContactDraft given = draft.contact();
        Contact known = met.contact();
        Stream<@Nullable String> own = given == null
                ? Stream.empty()
                : Stream.of(given.phone(), given.externalId(), textId(given), given.email());
        Stream<@Nullable String> stored =
                known == null ? Stream.empty() : Stream.of(known.phone(), known.externalId(), known.email());
        return Stream.concat(own, stored).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable String textId(Draft.ContactDraft given) {
        return given.id() == null || StableId.isUuid(given.id()) ? null : given.id();
    }

    private @Nullable Handoff handoff() {
        Handoff given = draft.handoff();
        return given == null ? null : new Handoff(given.summary(), given.sentiment(), micros(given.at()));
    }

    private static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : Instants.micros(instant);
    }
}
