package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.State;
import dev.parlance.dialect.Receipts;
import dev.parlance.http.Handler;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Draft;
import dev.parlance.journal.Stamp;
import dev.parlance.query.Row;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// `POST /core/conversations`: begins a conversation on one of the four channels.
final class Creation implements Handler {
    private static final String CALL = "createConversation";

    private final Doors doors;
    private final Casting casting;

    Creation(Doors doors) {
        this.doors = doors;
        this.casting = new Casting(doors.roster());
    }

    @Override
    public Reply handle(Request request) {
        Access access = request.access();
        access.require(Permission.CONVERSATIONS_WRITE);
        CreateRequest asked = CreateRequest.read(request);
        Casting.Speaker speaker = casting.speaker(access, asked);
        if (asked.channel() == Medium.WEBRTC) {
            throw Problems.unfulfillable("channel", "no media server configured");
        }
        Desk.Done done =
                doors.desk().open(access, draft(access, asked, speaker), deeds(asked, speaker), stamp(request, asked));
        Row row = shown(access, done);
        boolean queued = done.began() && asked.channel() == Medium.TELEPHONE;
        var shown = new Column.Shown(
                access.tenant().publicId(), row, doors.files().of(access, List.of(row), request.origin()));
        return new Reply.Whole(queued ? 202 : 200, Map.of(), 1, json -> write(json, access, shown, speaker.greeting()));
    }

    private static void write(JsonGenerator json, Access access, Column.Shown shown, @Nullable String greeting) {
        json.writeStartObject();
        json.writeName("conversation");
        Column.writeAll(json, shown, Column.visible(access));
        json.writeName("starting_message");
        json.writeString(greeting);
        json.writeEndObject();
    }

    private static Stamp stamp(Request request, CreateRequest asked) {
        Stamp stamp = Receipts.stamp(request, CALL);
        return asked.id() == null ? stamp : stamp.with(Receipts.made(request, CALL, asked.id()));
    }

    /// As the token may see it: a new one has said its greeting at most.
    private Row shown(Access access, Desk.Done done) {
        if (done.repeated() && access.may(Permission.CONVERSATIONS_READ)) {
            return doors.archive().get(access, done.row().conversation().id(), true);
        }
        return new Row(done.row().conversation(), access.seesSensitive() ? done.said() : List.of());
    }

    private static List<Deed> deeds(CreateRequest asked, Casting.Speaker speaker) {
        boolean greets = asked.channel() == Medium.TEXT || asked.channel() == Medium.EMAIL;
        return greets && speaker.greeting() != null
                ? List.of(
                        new Deed.Say(null, Author.AI, speaker.agent().name(), speaker.greeting(), List.of(), List.of()))
                : List.of();
    }

    private static Draft draft(Access access, CreateRequest asked, Casting.Speaker speaker) {
        UUID id = asked.id() == null ? UUID.randomUUID() : asked.id();
        return new Draft(
                id,
                "anyreach",
                id.toString(),
                null,
                place(access, asked.channel()),
                state(asked.channel()),
                new Conversation.Words(subject(asked, speaker), null, null, asked.initialContext(), null),
                new Draft.Standing(null, null, false, false),
                new Draft.Times(null, null, null, null, null),
                null,
                null,
                contact(asked),
                speaker.agent(),
                new Conversation.Links(asked.user(), null, null, null, null),
                null,
                List.of(),
                asked.customMetadata(),
                null,
                null,
                null,
                List.of());
    }

    /// The organization calls and writes; text and web calls are begun for the user.
    private static Draft.Place place(Access access, Medium medium) {
        String workspace =
                access.workspace() == null ? "default" : access.workspace().name();
        return switch (medium) {
            case TELEPHONE -> new Draft.Place(workspace, Channel.PHONE_VOICE, null, Direction.OUTBOUND);
            case EMAIL -> new Draft.Place(workspace, Channel.EMAIL, null, Direction.OUTBOUND);
            case WEBRTC -> new Draft.Place(workspace, Channel.WEB_VOICE, null, Direction.INBOUND);
            case TEXT -> new Draft.Place(workspace, Channel.API, null, Direction.INBOUND);
        };
    }

    /// A call waits for a dialer, a web call for its user.
    private static @Nullable State state(Medium medium) {
        return switch (medium) {
            case TELEPHONE -> State.TRIGGERED;
            case WEBRTC -> State.TOKEN_CREATED;
            case TEXT, EMAIL -> null;
        };
    }

    private static @Nullable String subject(CreateRequest asked, Casting.Speaker speaker) {
        if (asked.channel() != Medium.EMAIL) {
            return null;
        }
        return asked.email().subject() == null
                ? speaker.subject()
                : asked.email().subject();
    }

    /// The user as other dialects know people: by phone, by address, else by the id as an outside one.
    private static Draft.ContactDraft contact(CreateRequest asked) {
        String phone = asked.channel() == Medium.TELEPHONE ? asked.user() : null;
        String email = asked.channel() == Medium.EMAIL ? asked.email().to() : null;
        String external = phone != null || asked.user().equals(email) ? null : asked.user();
        return new Draft.ContactDraft(null, external, null, email, phone, null, null, null, null, null);
    }
}
