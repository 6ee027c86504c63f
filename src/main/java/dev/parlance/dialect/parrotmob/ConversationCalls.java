package dev.parlance.dialect.parrotmob;

import dev.parlance.conversation.Attachment;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Step;
import dev.parlance.dialect.Moments;
import dev.parlance.dialect.Receipts;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Draft;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/// Single conversations: to begin, read and cancel one, and to send a message.
final class ConversationCalls {
    private static final String CONVERSATIONS = Accounts.PATH + "conversations";

    private final Doors doors;
    private final Clock clock;

    ConversationCalls(Doors doors, Clock clock) {
        this.doors = doors;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.post(CONVERSATIONS, this::create),
                Route.get(CONVERSATIONS + "/{id}", this::get),
                Route.post(CONVERSATIONS + "/{id}/cancel", this::cancel),
                Route.post(Accounts.PATH + "conversation-messages", this::send));
    }

    private Reply create(Request request) {
        Access access = Accounts.access(request);
        access.require(Permission.CONVERSATIONS_WRITE);
        NewConversation asked = ConversationReader.read(request, clock.instant());
        Draft draft = asked.draft(access, doors.directory());
        Desk.Done done = doors.desk().open(access, draft, List.of(), Receipts.stamp(request, "create"));
        Conversation conversation = done.row().conversation();
        String account = access.tenant().publicId().toString();
        String address = CONVERSATIONS.replace("{account_id}", account) + "/" + conversation.id();
        return new Reply.Whole(201, Map.of("Location", address), 1, json -> write(json, access, conversation));
    }

    private Reply get(Request request) {
        Access access = Accounts.access(request);
        access.require(Permission.CONVERSATIONS_READ);
        Conversation conversation = doors.archive()
                .get(access, Accounts.conversation(request), false)
                .conversation();
        return Reply.ok(List.of(conversation), json -> write(json, access, conversation));
    }

    private Reply cancel(Request request) {
        Access access = Accounts.access(request);
        access.require(Permission.CONVERSATIONS_WRITE);
        Desk.Done done = doors.desk()
                .act(
                        access,
                        Accounts.conversation(request),
                        List.of(Deed.Move.by(Step.CANCEL)),
                        Receipts.stamp(request, "cancel"));
        return Reply.ok(List.of(done), json -> write(json, access, done.row().conversation()));
    }

    private static void write(JsonGenerator json, Access access, Conversation conversation) {
        json.writeStartObject();
        json.writeName("data");
        Resource.write(json, access.tenant().publicId(), conversation);
        json.writeEndObject();
    }

    /// The account's automation speaks, not a person.
    private Reply send(Request request) {
        Access access = Accounts.access(request);
        access.require(Permission.CONVERSATIONS_WRITE);
        MessageReader.NewMessage asked = MessageReader.read(request);
        Deed say = new Deed.Say(null, Author.AI, null, asked.text(), asked.media(), List.of());
        Draft draft = NewConversation.chat(asked.member()).draft(access, doors.directory());
        Desk.Done done = doors.desk().goOn(access, draft, List.of(say), Receipts.stamp(request, "send"));
        return new Reply.Whole(
                201, Map.of(), 1, json -> write(json, access, done, done.said().getFirst()));
    }

    private static void write(JsonGenerator json, Access access, Desk.Done done, Message message) {
        Conversation conversation = done.row().conversation();
        json.writeStartObject();
        json.writeObjectPropertyStart("data");
        json.writeStringProperty("id", message.id().toString());
        json.writeStringProperty("account_id", access.tenant().publicId().toString());
        json.writeStringProperty("conversation_id", conversation.id().toString());
        json.writeStringProperty("audience_membership_id", conversation.links().audienceMembershipId());
        json.writeStringProperty("direction", "outbound");
        json.writeStringProperty("text", message.text());
        json.writeArrayPropertyStart("media_content_urls");
        urls(message).forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("inserted_at", Moments.micros(message.at()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static Stream<String> urls(Message message) {
        return message.attachments().stream()
                .map(Attachment::url)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }
}
