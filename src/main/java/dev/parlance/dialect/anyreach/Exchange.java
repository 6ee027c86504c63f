package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.dialect.Given;
import dev.parlance.dialect.Mistakes;
import dev.parlance.dialect.Receipts;
import dev.parlance.http.Handler;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.journal.Deed;
import dev.parlance.problem.Problem;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import dev.parlance.tenant.Replies;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/// `POST /core/conversations/{conversation_id}/messages`: the user says something and waits for the answer. What was
/// said
/// is kept, whatever comes of it.
final class Exchange implements Handler {
    private static final Set<Status> OPEN = Set.of(Status.TRIGGERED, Status.RINGING, Status.IN_PROGRESS);
    private static final String RICH = "rich";
    private static final List<String> INTERACTIVITY = List.of("plain", RICH);

    private final Doors doors;
    private final Duration patience;

    Exchange(Doors doors, Duration patience) {
        this.doors = doors;
        this.patience = patience;
    }

    /// What the user says, and whether widgets may come back.
    private record Turn(String text, boolean rich) {}

    @Override
    public Reply handle(Request request) {
        Access access = request.access();
        access.require(Permission.CONVERSATIONS_WRITE);
        Turn turn = read(request);
        UUID id = Ids.conversation(request);
        checkOpen(doors.archive().get(access, id, false).conversation());
        UUID question = say(request, id, turn.text());
        if (!doors.replies().areExpected(access)) {
            throw new Problem.Conflict(
                            "No responder is configured, so nobody answers; `parlance responder set` configures one. The"
                                    + " message is kept.")
                    .refusal();
        }
        List<Message> answer = answer(doors.replies().await(access, id, question, patience));
        return Reply.ok(answer, json -> write(json, id, answer, turn.rich()));
    }

    private static Turn read(Request request) {
        Given body = Body.of(request);
        String text = body.text("text");
        String interactivity = body.findText("interactivity").orElse("plain");
        if (!INTERACTIVITY.contains(interactivity)) {
            body.mistake("interactivity", "enum", Mistakes.oneOf(INTERACTIVITY));
        }
        body.check();
        return new Turn(text, interactivity.equals(RICH));
    }

    private static void checkOpen(Conversation conversation) {
        ConversationCalls.checkText(conversation);
        Status status = Status.of(conversation.state());
        if (!OPEN.contains(status)) {
            throw new Problem.Conflict("The conversation is " + status.word() + " and takes no messages.").refusal();
        }
    }

    private UUID say(Request request, UUID id, String text) {
        Deed say = new Deed.Say(null, Author.CONTACT, null, text, List.of(), List.of());
        return doors.desk()
                .act(request.access(), id, List.of(say), Receipts.stamp(request, "sendMessage"))
                .said()
                .getFirst()
                .id();
    }

    /// Nothing, when a person is to answer.
    private static List<Message> answer(Replies.Reply reply) {
        return switch (reply) {
            case Replies.Reply.Said said -> said.messages();
            case Replies.Reply.HandedOff handedOff -> List.of();
            case Replies.Reply.Silence silence -> List.of();
            case Replies.Reply.Failed failed ->
                throw new Problem.Unavailable("The responder failed: " + failed.reason() + " The message is kept.")
                        .refusal();
            case Replies.Reply.Late late ->
                throw new Problem.Unavailable(
                                "The responder takes too long. The message is kept, and the answer will be in the"
                                        + " conversation.")
                        .refusal();
        };
    }

    private static void write(JsonGenerator json, UUID id, List<Message> answer, boolean rich) {
        json.writeStartObject();
        json.writeStringProperty("conversation_id", id.toString());
        json.writeStringProperty("reply", answer.stream().map(Message::text).collect(Collectors.joining("\n\n")));
        json.writeArrayPropertyStart("tool_calls");
        answer.forEach(message -> Transcript.actions(json, message));
        json.writeEndArray();
        if (rich) {
            json.writeArrayPropertyStart("widgets");
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
