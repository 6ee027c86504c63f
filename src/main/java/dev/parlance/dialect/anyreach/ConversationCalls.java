package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Step;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Receipts;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.journal.Deed;
import dev.parlance.problem.Problem;
import dev.parlance.query.Row;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The calls for one conversation: read it, speak in it, end it.
final class ConversationCalls {
    private static final String ONE = Anyreach.CONVERSATIONS + "/{conversation_id}";
    private static final Set<State> COMPLETED = Arrays.stream(State.values())
            .filter(state -> Status.of(state) == Status.COMPLETED)
            .collect(Collectors.toUnmodifiableSet());

    private final Doors doors;
    private final Exchange exchange;

    /// @param patience how long an answer is waited for
    ConversationCalls(Doors doors, Duration patience) {
        this.doors = doors;
        this.exchange = new Exchange(doors, patience);
    }

    List<Route> routes() {
        return List.of(
                Route.get(Anyreach.CONVERSATIONS, new ConversationList(doors)),
                Route.post(Anyreach.CONVERSATIONS, new Creation(doors)),
                Route.get(ONE, this::get),
                Route.post(ONE + "/messages", exchange),
                Route.post(ONE + "/end", this::end));
    }

    private Reply get(Request request) {
        Access access = request.access();
        Row row = doors.archive().get(access, Ids.conversation(request), true);
        var shown = new Column.Shown(
                access.tenant().publicId(), row, doors.files().of(access, List.of(row), request.origin()));
        return Reply.ok(List.of(row), json -> Column.writeAll(json, shown, Column.visible(access)));
    }

    private Reply end(Request request) {
        Access access = request.access();
        access.require(Permission.CONVERSATIONS_WRITE);
        UUID id = Ids.conversation(request);
        checkText(doors.archive().get(access, id, false).conversation());
        Deed end = new Deed.Unless(COMPLETED, List.of(Deed.Move.by(Step.RESOLVE)));
        Conversation ended = doors.desk()
                .act(access, id, List.of(end), Receipts.stamp(request, "endConversation"))
                .row()
                .conversation();
        return Reply.ok(List.of(ended), json -> {
            Members members = new Members(json);
            json.writeStartObject();
            json.writeStringProperty("conversation_id", ended.id().toString());
            json.writeStringProperty("status", Status.of(ended.state()).word());
            json.writeName("duration");
            if (ended.counts().duration() == null) {
                json.writeNull();
            } else {
                json.writeNumber(ended.counts().duration());
            }
            members.nullable("summary", ended.words().summary());
            json.writeEndObject();
        });
    }

    /// Only text conversations are spoken in and ended through this API.
    static void checkText(Conversation conversation) {
        Medium medium = Medium.of(conversation.channel());
        if (medium != Medium.TEXT) {
            throw new Problem.Conflict(
                            "This is possible in text conversations only, and this is one by " + medium.word() + ".")
                    .refusal();
        }
    }
}
