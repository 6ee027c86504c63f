package dev.parlance.dialect.parlance;

import dev.parlance.conversation.Named;
import dev.parlance.conversation.State;
import dev.parlance.intake.record.DraftReader;
import dev.parlance.intake.record.DraftReading;
import dev.parlance.intake.record.Origin;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Draft;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A conversation that is to begin now: an import record without what only history has. Its messages are said now, one
/// after the other.
record NewConversation(Draft draft, List<Deed> deeds) {
    private static final List<String> HISTORY = List.of(
            "source",
            "source_id",
            "ticket_number",
            "created_at",
            "updated_at",
            "duration",
            "user_turn_count",
            "summary_by",
            "handoff");
    private static final Set<State> BEGINNINGS =
            EnumSet.of(State.SCHEDULED, State.READY, State.TOKEN_CREATED, State.TRIGGERED, State.RINGING, State.NEW);

    /// Reads the body.
    ///
    /// @param own the workspace of the token, where new conversations of its go
    /// @throws dev.parlance.problem.Refusal Invalid, with every mistake
    static NewConversation read(JsonNode body, @Nullable Named own) {
        List<Mistake> mistakes = new ArrayList<>();
        DraftReading reading = new DraftReader(new Origin("parlance", null)).read(record(body, own, mistakes));
        Draft draft = switch (reading) {
            case DraftReading.Good good -> good.draft();
            case DraftReading.Bad bad -> {
                mistakes.addAll(bad.mistakes());
                throw new Problem.Invalid(mistakes).refusal();
            }
        };
        check(draft, mistakes);
        if (!mistakes.isEmpty()) {
            throw new Problem.Invalid(mistakes).refusal();
        }
        UUID id = draft.id();
        return new NewConversation(
                beginning(draft),
                draft.messages().stream().<Deed>map(each -> Speech.of(id, each)).toList());
    }

    private static JsonNode record(JsonNode body, @Nullable Named own, List<Mistake> mistakes) {
        if (!body.isObject()) {
            return body;
        }
        ObjectNode record = ((ObjectNode) body).deepCopy();
        for (String name : HISTORY) {
            if (record.hasNonNull(name)) {
                mistakes.add(mistake(name, "unknown", name + " is of the past; POST /v1/import takes it"));
            }
            record.remove(name);
        }
        if (!record.hasNonNull("id")) {
            record.put("id", UUID.randomUUID().toString());
        }
        if (own != null && !record.hasNonNull("workspace")) {
            record.put("workspace", own.name());
        }
        return record;
    }

    private static void check(Draft draft, List<Mistake> mistakes) {
        State state = draft.state();
        if (state != null && !BEGINNINGS.contains(state)) {
            String accepted = BEGINNINGS.stream().map(State::word).collect(Collectors.joining(", ", "one of ", ""));
            String message = "state must be " + accepted + ", where a conversation begins";
            mistakes.add(new Mistake(Mistake.Place.BODY, "state", "enum", message, state.word(), accepted));
        }
        for (int i = 0; i < draft.messages().size(); i++) {
            if (draft.messages().get(i).at() != null) {
                mistakes.add(Speech.past("messages[" + i + "].at"));
            }
        }
    }

    private static Mistake mistake(String field, String kind, String message) {
        return new Mistake(Mistake.Place.BODY, field, kind, message);
    }

    private static Draft beginning(Draft d) {
        return new Draft(
                d.id(),
                d.source(),
                d.sourceId(),
                null,
                d.place(),
                state(d),
                d.words(),
                d.standing(),
                d.times(),
                null,
                null,
                d.contact(),
                d.agent(),
                d.links(),
                d.team(),
                d.tags(),
                d.customData(),
                null,
                d.ticketingSystem(),
                d.recording(),
                List.of());
    }

    private static State state(Draft draft) {
        if (draft.state() != null) {
            return draft.state();
        }
        boolean later = draft.times().scheduled() != null
                && draft.times().scheduled().isAfter(Clock.systemUTC().instant());
        return later ? State.SCHEDULED : State.NEW;
    }
}
