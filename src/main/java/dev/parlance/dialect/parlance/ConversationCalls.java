package dev.parlance.dialect.parlance;

import dev.parlance.conversation.Conversation;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Receipts;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.journal.Deed;
import dev.parlance.query.Answer;
import dev.parlance.query.Query;
import dev.parlance.query.Row;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/// Conversations as a whole: begin, find, get, describe.
final class ConversationCalls {
    private static final String ALL = "/v1/conversations";
    private static final String ONE = ALL + "/{conversation_id}";

    private final Doors doors;
    private final Changed changed;

    private ConversationCalls(Doors doors) {
        this.doors = doors;
        this.changed = new Changed(doors.files());
    }

    static List<Route> routes(Doors doors) {
        ConversationCalls calls = new ConversationCalls(doors);
        return List.of(
                Route.get(ALL, calls::list),
                Route.post(ALL, calls::begin),
                Route.get(ONE, calls::get),
                Route.patch(ONE, calls::describe));
    }

    private Reply list(Request request) {
        Query query = ListRequest.read(request).query();
        Answer answer = doors.archive().ask(request.access(), query);
        View view = View.of(doors.files(), request, answer.rows());
        return Reply.ok(answer.rows(), json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("data");
            answer.rows().forEach(row -> write(json, view, row, query.transcripts()));
            json.writeEndArray();
            new Members(json).nullable("next", Cursor.next(request, query.sort(), answer));
            answer.total().ifPresent(total -> json.writeNumberProperty("total", total));
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, View view, Row row, boolean transcript) {
        if (transcript) {
            ConversationJson.write(json, view, row);
        } else {
            ConversationJson.write(json, view, row.conversation());
        }
    }

    private Reply begin(Request request) {
        Access access = request.access();
        access.require(Permission.CONVERSATIONS_WRITE);
        NewConversation wanted = NewConversation.read(request.json(), access.workspace());
        Desk.Done done = doors.desk().open(access, wanted.draft(), wanted.deeds(), Receipts.stamp(request, "begin"));
        return changed.begun(request, done);
    }

    private Reply get(Request request) {
        Access access = request.access();
        UUID id = Ids.conversation(request);
        Included included = Included.read(request);
        Row row = doors.archive().get(access, id, included.transcript());
        Conversation conversation = row.conversation();
        Map<String, String> version = Map.of("ETag", Version.tag(conversation));
        if (Version.isKnown(request, Version.tag(conversation))) {
            return new Reply.Empty(304, version);
        }
        View view = View.of(doors.files(), request, List.of(row));
        Included.Beside beside = included.beside(doors, access, conversation);
        return Reply.ok(List.of(row), version, json -> {
            json.writeStartObject();
            ConversationJson.writeMembers(json, view, conversation);
            if (included.transcript()) {
                MessageJson.write(json, "messages", view, row);
            }
            beside.write(json, access);
            json.writeEndObject();
        });
    }

    private Reply describe(Request request) {
        UUID id = Ids.conversation(request);
        request.access().require(Permission.CONVERSATIONS_WRITE);
        List<Deed> deeds = Description.read(request.json());
        Desk.Done done = doors.desk()
                .act(request.access(), id, Version.unchangedSince(request), deeds, Receipts.stamp(request, "describe"));
        return changed.answer(request, done);
    }
}
