package dev.parlance.dialect.opencx;

import dev.parlance.conversation.By;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Step;
import dev.parlance.journal.Change;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the journal tells of a session, in the vendor's words: handoffs, changes of status, tags, assignments, comments
/// and scores. What has no word there is not told.
final class Happenings {
    private final Conversation session;

    /// What the vendor has events for.
    private final Map<Change.Kind, Function<Change, Stream<Event>>> told = new EnumMap<>(Map.of(
            Change.Kind.STATE_CHANGED, change -> moved(change).stream(),
            Change.Kind.HANDED_OFF, change -> Stream.of(told(change, "handoff", summary(), Event.nothing())),
            Change.Kind.ASSIGNED, change -> Stream.of(assigned(change)),
            Change.Kind.TEAM_CHANGED, change -> Stream.of(joined(change)),
            Change.Kind.TAGS_CHANGED, change -> Stream.concat(tagged(change, "added"), tagged(change, "removed")),
            Change.Kind.NOTED,
                    change -> Stream.of(told(change, "agent_comment", text(change, "text"), Event.nothing())),
            Change.Kind.RATED, change -> Stream.of(rated(change))));

    Happenings(Conversation session) {
        this.session = session;
    }

    Stream<Event> of(Change change) {
        return told.getOrDefault(change.kind(), nothing -> Stream.of()).apply(change);
    }

    /// Closed, opened again, taken over or given back; other steps of an open session are the vendor's own business.
    private Optional<Event> moved(Change change) {
        State to = State.valueOf(text(change, "to").toUpperCase(java.util.Locale.ROOT));
        boolean wasEnded = State.valueOf(text(change, "from").toUpperCase(java.util.Locale.ROOT))
                .ended();
        String type = null;
        if (to.ended()) {
            type = closed(to, by(change));
        } else if (wasEnded) {
            type = reopened(by(change));
        } else if (text(change, "step").equals(Step.TAKE_OVER.word())) {
            type = "agent_took_session_from_ai";
        } else if (text(change, "step").equals(Step.RELEASE.word())) {
            type = "ai_resumed_by_system";
        }
        ObjectNode context = Event.nothing().put("status", Status.of(to).word());
        return type == null ? Optional.empty() : Optional.of(told(change, type, "", context));
    }

    private static String closed(State to, By.Kind by) {
        String unresolved = by == By.Kind.PERSON ? "agent" : by == By.Kind.API ? "api" : "system";
        if (Status.of(to) != Status.CLOSED_RESOLVED) {
            return "closed_unresolved_by_" + unresolved;
        }
        return switch (by) {
            case AI -> "ai_decided_to_resolve_the_issue";
            case CONTACT -> "closed_resolved_by_contact";
            case PERSON, API, SYSTEM -> "closed_resolved_by_" + unresolved;
        };
    }

    private static String reopened(By.Kind by) {
        return switch (by) {
            case PERSON -> "agent_reopened_session";
            case AI -> "ai_reopened_session";
            case API -> "integration_reopened_session";
            case CONTACT, SYSTEM -> "system_reopened_session";
        };
    }

    private Event assigned(Change change) {
        String by = switch (by(change)) {
            case PERSON -> "user";
            case API -> "integration";
            case CONTACT, AI, SYSTEM -> "system";
        };
        String assignee = text(change, "assignee");
        return assignee.isEmpty()
                ? told(change, "agent_unassigned_by_" + by, "", Event.nothing())
                : told(change, "agent_assigned_by_" + by, "", Event.nothing().put("assignee_id", assignee));
    }

    private Event joined(Change change) {
        String by = by(change) == By.Kind.PERSON ? "user" : "system";
        return change.subject() == null
                ? told(change, "team_unassigned_by_" + by, "", Event.nothing())
                : told(
                        change,
                        "team_assigned_by_" + by,
                        "",
                        Event.nothing().put("team_id", change.subject().toString()));
    }

    private Stream<Event> tagged(Change change, String what) {
        JsonNode tags = detail(change).path(what);
        if (tags.isEmpty()) {
            return Stream.of();
        }
        String by = switch (by(change)) {
            case PERSON -> "agent";
            case API -> "api";
            case CONTACT, AI, SYSTEM -> "system";
        };
        ObjectNode context = Event.nothing();
        context.set("tags", tags);
        return Stream.of(told(change, "tag_" + what + "_by_" + by, "", context));
    }

    private Event rated(Change change) {
        ObjectNode context = Event.nothing();
        String score = text(change, "score");
        if (!score.isEmpty()) {
            context.put("score", Integer.parseInt(score));
        }
        return told(change, "csat_submitted", "", context);
    }

    private Event told(Change change, String type, String text, ObjectNode context) {
        return new Event(
                StableId.derived("event", session.id().toString(), Long.toString(change.seq()), type),
                change.at(),
                type,
                sender(change.by()),
                text,
                List.of(),
                context);
    }

    /// A token is nobody to be named.
    private Event.Sender sender(@Nullable By by) {
        return switch (by == null ? By.Kind.SYSTEM : by.kind()) {
            case CONTACT -> new Event.Sender("contact", Speakers.contact(session));
            case AI -> new Event.Sender("ai", session.agent().name());
            case PERSON -> new Event.Sender("human_agent", by == null ? null : by.id());
            case API, SYSTEM -> Event.Sender.SYSTEM;
        };
    }

    private String summary() {
        return session.handoff() == null ? "" : session.handoff().summary();
    }

    private static By.Kind by(Change change) {
        return change.by() == null ? By.Kind.SYSTEM : change.by().kind();
    }

    private static String text(Change change, String member) {
        return detail(change).path(member).asString("");
    }

    private static JsonNode detail(Change change) {
        return change.detail() == null
                ? JsonNodeFactory.instance.objectNode()
                : change.detail().tree();
    }
}
