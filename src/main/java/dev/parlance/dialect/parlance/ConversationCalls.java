package dev.parlance.dialect.parlance;

import dev.parlance.conversation.Conversation;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Parameters;
import dev.parlance.dialect.Receipts;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.journal.Change;
import dev.parlance.journal.Deed;
import dev.parlance.query.Answer;
import dev.parlance.query.Query;
import dev.parlance.query.Row;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Conversations as a whole: begin, find, get, describe.
final class ConversationCalls {
    private static final String ALL = "/v1/conversations";
    private static final String ONE = ALL + "/{conversation_id}";
    private static final String TRANSCRIPT = "transcript";
    private static final String TIMELINE = "timeline";

    private final Archive archive;
    private final Desk desk;

    private ConversationCalls(Doors doors) {
        this.archive = doors.archive();
        this.desk = doors.desk();
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
        Access access = request.access();
        Query query = ListRequest.read(request).query();
        Answer answer = archive.ask(access, query);
        return Reply.ok(answer.rows(), json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("data");
            answer.rows().forEach(row -> write(json, access, row, query.transcripts()));
            json.writeEndArray();
            new Members(json).nullable("next", next(request, query, answer));
            answer.total().ifPresent(total -> json.writeNumberProperty("total", total));
            json.writeEndObject();
        });
    }

    private static @Nullable String next(Request request, Query query, Answer answer) {
        return answer.more()
                ? Cursor.after(query.sort(), answer.rows().getLast().conversation(), request)
                        .text()
                : null;
    }

    private static void write(JsonGenerator json, Access access, Row row, boolean transcript) {
        json.writeStartObject();
        ConversationJson.writeMembers(json, access, row.conversation());
        if (transcript) {
            MessageJson.write(json, "messages", row.messages());
        }
        json.writeEndObject();
    }

    private Reply begin(Request request) {
        Access access = request.access();
        access.require(Permission.CONVERSATIONS_WRITE);
        NewConversation wanted = NewConversation.read(request.json(), access.workspace());
        return Changed.begun(
                access, desk.open(access, wanted.draft(), wanted.deeds(), Receipts.stamp(request, "begin")));
    }

    private Reply get(Request request) {
        Access access = request.access();
        UUID id = Ids.conversation(request);
        Parameters parameters = Accepted.parameters(request, "include");
        Set<String> include = Accepted.words(parameters, "include", List.of(TRANSCRIPT, TIMELINE));
        parameters.check();
        boolean transcript = include.contains(TRANSCRIPT);
        if (transcript) {
            access.require(Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_READ_SENSITIVE);
        }
        Row row = archive.get(access, id, transcript);
        Conversation conversation = row.conversation();
        Map<String, String> version = Map.of("ETag", Version.tag(conversation));
        if (Version.isKnown(request, Version.tag(conversation))) {
            return new Reply.Empty(304, version);
        }
        List<Change> timeline = include.contains(TIMELINE) ? archive.timeline(access, conversation) : null;
        return Reply.ok(List.of(row), version, json -> {
            json.writeStartObject();
            ConversationJson.writeMembers(json, access, conversation);
            if (transcript) {
                MessageJson.write(json, "messages", row.messages());
            }
            if (timeline != null) {
                ChangeJson.write(json, TIMELINE, timeline);
            }
            json.writeEndObject();
        });
    }

    private Reply describe(Request request) {
        UUID id = Ids.conversation(request);
        request.access().require(Permission.CONVERSATIONS_WRITE);
        List<Deed> deeds = Description.read(request.json());
        return Changed.answer(
                request.access(),
                desk.act(
                        request.access(),
                        id,
                        Version.unchangedSince(request),
                        deeds,
                        Receipts.stamp(request, "describe")));
    }
}
