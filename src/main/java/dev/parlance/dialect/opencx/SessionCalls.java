package dev.parlance.dialect.opencx;

import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Step;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Mistakes;
import dev.parlance.dialect.Parameters;
import dev.parlance.dialect.Receipts;
import dev.parlance.dialect.Wild;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Draft;
import dev.parlance.query.Answer;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Doors;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sessions: made, listed, shown, closed and opened again.
final class SessionCalls {
    private static final String SOURCE = "opencx";
    private static final Map<String, Channel> CHANNELS = new LinkedHashMap<>();
    private static final Set<State> OPEN =
            Arrays.stream(State.values()).filter(state -> !state.ended()).collect(Collectors.toSet());
    private static final Deed REOPENED = new Deed.Unless(OPEN, List.of(Deed.Move.by(Step.REOPEN)));

    static {
        Arrays.asList(Channel.values()).forEach(channel -> CHANNELS.put(channel.word(), channel));
    }

    private final Archive archive;
    private final Desk desk;

    SessionCalls(Doors doors) {
        this.archive = doors.archive();
        this.desk = doors.desk();
    }

    Reply list(Request request) {
        Parameters parameters = new Parameters(request);
        SessionListing asked = SessionListing.read(parameters);
        Optional<SessionCursor> cursor = SessionCursor.find(parameters, asked);
        parameters.check();
        SessionCursor start = cursor.orElseGet(() -> new SessionCursor(asked, archive.asOf(request.access()), null));
        Answer answer = archive.ask(request.access(), start.query());
        SessionCursor next = answer.more() ? start.after(answer.rows().getLast().conversation()) : null;
        return Reply.ok(answer.rows(), json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            answer.rows().forEach(row -> {
                Conversation session = row.conversation();
                SessionJson.write(json, session, start.updated(session));
            });
            json.writeEndArray();
            new Members(json).nullable("next", next == null ? null : next.text());
            json.writeEndObject();
        });
    }

    Reply get(Request request) {
        UUID id = Ids.of(request, "session_id");
        Conversation session = archive.get(request.access(), id, false).conversation();
        return Reply.ok(List.of(session), json -> SessionJson.write(json, session));
    }

    /// `verified` is accepted; nothing here depends on it.
    Reply create(Request request) {
        Mistakes mistakes = new Mistakes();
        Wild body = Wild.body(request.json(), mistakes);
        Optional<UUID> contact = body.find("contact_id", Wild::findUuid);
        Channel channel = body.object("channel")
                .find("type", type -> type.findOneOf(CHANNELS))
                .orElse(Channel.API);
        body.find("verified", Wild::findBoolean);
        mistakes.check();
        Draft draft = draft(UUID.randomUUID(), channel, request.access().workspace());
        List<Deed> deeds = contact.<Deed>map(Deed.BelongTo::new).stream().toList();
        Desk.Done done = desk.open(request.access(), draft, deeds, Receipts.stamp(request, "create session"));
        UUID id = done.row().conversation().id();
        return Reply.ok(List.of(id), json -> {
            json.writeStartObject();
            json.writeStringProperty("id", id.toString());
            json.writeEndObject();
        });
    }

    /// There is no helpdesk to tell, and the summary is refreshed anyhow: those members are accepted and do nothing.
    Reply update(Request request) {
        UUID id = Ids.of(request, "session_id");
        Mistakes mistakes = new Mistakes();
        Wild body = Wild.body(request.json(), mistakes);
        Optional<Status> status = body.find("status", one -> one.findOneOf(Status.BY_WORD));
        body.find("generate_summary_and_sentiment_on_resolve", Wild::findBoolean);
        body.find("reflect_status_change_for_integration", Wild::findBoolean);
        body.object("session_closed_payload");
        mistakes.check();
        List<Deed> deeds = status.map(SessionCalls::deeds).orElse(List.of());
        desk.act(request.access(), id, deeds, Receipts.stamp(request, "update session"));
        return Reply.done();
    }

    /// What makes a session of any status one of this status, and leaves one that is so already alone.
    private static List<Deed> deeds(Status status) {
        return switch (status) {
            case OPEN -> List.of(REOPENED);
            case CLOSED_RESOLVED -> closed(status, Step.RESOLVE);
            case CLOSED_UNRESOLVED -> closed(status, Step.LEAVE_UNRESOLVED);
        };
    }

    private static List<Deed> closed(Status status, Step step) {
        return List.of(new Deed.Unless(status.states(), List.of(REOPENED, Deed.Move.by(step))));
    }

    private static Draft draft(UUID id, Channel channel, @Nullable Named workspace) {
        return new Draft(
                id,
                SOURCE,
                id.toString(),
                null,
                new Draft.Place(workspace == null ? "default" : workspace.name(), channel, null, Direction.INBOUND),
                State.NEW,
                new Conversation.Words(null, null, null, null, null),
                new Draft.Standing(null, null, false, false),
                new Draft.Times(null, null, null, null, null),
                null,
                null,
                null,
                new Draft.AgentDraft(null, null, null, null),
                new Conversation.Links(null, null, null, null, null),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of());
    }
}
