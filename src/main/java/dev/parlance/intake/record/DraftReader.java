package dev.parlance.intake.record;

import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.Recording;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import dev.parlance.conversation.SummaryBy;
import dev.parlance.conversation.TicketingSystem;
import dev.parlance.journal.Draft;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads import records strictly: a draft comes out whole, or every mistake of the record is named.
public final class DraftReader {
    private static final long MOST_TICKETS = 1L << 53;
    private static final int MOST_TAGS = 1000;
    private static final int LONGEST_SOURCE = 128;

    private final Origin origin;

    public DraftReader(Origin origin) {
        this.origin = origin;
    }

    /// Reads one record.
    public DraftReading read(JsonNode record) {
        Mistakes mistakes = new Mistakes();
        Optional<Members> members = Members.find("", record, mistakes);
        Optional<Draft> draft = members.map(this::draft);
        return draft.isEmpty() || !mistakes.none()
                ? new DraftReading.Bad(mistakes.list())
                : new DraftReading.Good(draft.get());
    }

    /// Complete even with mistakes, which then make it worthless.
    private Draft draft(Members record) {
        UUID id = id(record);
        PartyReader parties = new PartyReader(record);
        Draft draft = new Draft(
                id,
                source(record),
                sourceId(record, id),
                record.integer("ticket_number", 1, MOST_TICKETS),
                place(record),
                record.word("state", State.values()),
                words(record),
                standing(record),
                times(record),
                record.count("duration"),
                record.count("user_turn_count"),
                parties.contact(),
                parties.agent(),
                links(record),
                parties.team(),
                record.names("tags", MOST_TAGS),
                record.object("custom_data"),
                handoff(record),
                ticketing(record),
                recording(record),
                new MessageReader(origin).messages(record));
        record.close();
        return draft;
    }

    private static @Nullable UUID id(Members record) {
        String id = record.name("id");
        if (id != null && !StableId.isUuid(id)) {
            record.wrong("id", "uuid", "text that is not a UUID; other identities belong in source_id");
            return null;
        }
        return id == null ? null : UUID.fromString(id.toLowerCase(Locale.ROOT));
    }

    private String source(Members record) {
        String source = record.name("source");
        if (source != null && source.length() > LONGEST_SOURCE) {
            record.wrong("source", "text", "text of more than " + LONGEST_SOURCE + " characters");
        }
        return source == null ? origin.source() : source;
    }

    private static String sourceId(Members record, @Nullable UUID id) {
        String sourceId = record.name("source_id");
        if (!record.has("source_id") && !record.has("id")) {
            record.wrong("source_id", "missing", "missing, and no id either");
        }
        return sourceId != null ? sourceId : String.valueOf(id);
    }

    private static Draft.Place place(Members record) {
        record.require("channel");
        Channel channel = record.word("channel", Channel.values());
        String workspace = record.name("workspace");
        String account = record.name("channel_id");
        Direction direction = record.word("direction", Direction.values());
        return new Draft.Place(
                workspace == null ? "default" : workspace,
                channel == null ? Channel.API : channel,
                account,
                direction == null ? Direction.INBOUND : direction);
    }

    private static Conversation.Words words(Members record) {
        return new Conversation.Words(
                record.text("subject"),
                record.text("summary"),
                record.text("outcome"),
                record.text("initial_context"),
                record.name("language"),
                record.word("summary_by", SummaryBy.values()));
    }

    private static Draft.Standing standing(Members record) {
        return new Draft.Standing(
                record.word("sentiment", Sentiment.values()),
                record.word("ai_closure_type", AiClosure.values()),
                Boolean.TRUE.equals(record.flag("assist_mode")),
                Boolean.TRUE.equals(record.flag("support_required")));
    }

    private static Draft.Times times(Members record) {
        return new Draft.Times(
                record.instant("created_at"),
                record.instant("updated_at"),
                record.instant("scheduled_at"),
                record.instant("expires_at"),
                record.count("inaction_ttl"));
    }

    private static Conversation.Links links(Members record) {
        return new Conversation.Links(
                record.name("user_id"),
                record.name("web_widget_id"),
                record.name("assignee_id"),
                record.name("audience_membership_id"),
                record.name("conversation_graph_id"));
    }

    private static @Nullable Handoff handoff(Members record) {
        Members handoff = record.findMembers("handoff").orElse(null);
        if (handoff == null) {
            return null;
        }
        handoff.require("summary");
        String summary = handoff.text("summary");
        Handoff given = new Handoff(
                summary == null ? "" : summary, handoff.word("sentiment", Sentiment.values()), handoff.instant("at"));
        handoff.close();
        return given;
    }

    private static @Nullable TicketingSystem ticketing(Members record) {
        Members system = record.findMembers("ticketing_system").orElse(null);
        if (system == null) {
            return null;
        }
        List.of("name", "external_id", "id_type").forEach(system::require);
        String name = system.name("name");
        String externalId = system.name("external_id");
        String idType = system.name("id_type");
        system.close();
        return name == null || externalId == null || idType == null
                ? null
                : new TicketingSystem(name, externalId, idType);
    }

    private @Nullable Recording recording(Members record) {
        Members recording = record.findMembers("recording").orElse(null);
        if (recording == null) {
            return null;
        }
        Places places = new Places(recording, origin);
        Recording given =
                new Recording(places.file(), places.url(), recording.count("duration"), recording.text("format"));
        recording.close();
        return given;
    }
}
