package dev.parlance.dialect.parlance;

import dev.parlance.conversation.Message;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Parameters;
import dev.parlance.dialect.Receipts;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.journal.Deed;
import dev.parlance.problem.Problem;
import dev.parlance.query.Row;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.FileLinks;
import dev.parlance.tenant.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What is said in a conversation: read, said, blacked out.
final class MessageCalls {
    private static final String ALL = "/v1/conversations/{conversation_id}/messages";
    private static final int LARGEST_LIMIT = 1000;

    private final Archive archive;
    private final Desk desk;
    private final FileLinks files;
    private final Changed changed;

    private MessageCalls(Doors doors) {
        this.archive = doors.archive();
        this.desk = doors.desk();
        this.files = doors.files();
        this.changed = new Changed(files);
    }

    static List<Route> routes(Doors doors) {
        MessageCalls calls = new MessageCalls(doors);
        return List.of(
                Route.get(ALL, calls::list),
                Route.post(ALL, calls::sayOne),
                Route.post(ALL + "/batch", calls::saySeveral),
                Route.post(ALL + "/{message_id}/redact", calls::redact));
    }

    private Reply list(Request request) {
        Access access = request.access();
        UUID id = Ids.conversation(request);
        Parameters parameters = Accepted.parameters(request, "after", "limit");
        String after = parameters.findText("after").orElse(null);
        int limit = (int) parameters.integer("limit", LARGEST_LIMIT, 1, LARGEST_LIMIT);
        parameters.check();
        access.require(Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_READ_SENSITIVE);
        Row row = archive.get(access, id, true);
        List<Message> all = row.messages();
        int from = after == null ? 0 : place(all, after) + 1;
        Row page = new Row(row.conversation(), all.subList(from, Math.min(all.size(), from + limit)));
        boolean more = from + limit < all.size();
        View view = View.of(files, request, List.of(page));
        return Reply.ok(page.messages(), json -> {
            json.writeStartObject();
            MessageJson.write(json, "data", view, page);
            new Members(json).nullable("next", more ? page.messages().getLast().id() : null);
            json.writeEndObject();
        });
    }

    private static int place(List<Message> all, String id) {
        String form = id.toLowerCase(Locale.ROOT);
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).id().toString().equals(form))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("Message").refusal());
    }

    private Reply sayOne(Request request) {
        UUID id = Ids.conversation(request);
        request.access().require(Permission.CONVERSATIONS_WRITE);
        return say(request, id, Speech.one(id, request.json()));
    }

    private Reply saySeveral(Request request) {
        UUID id = Ids.conversation(request);
        request.access().require(Permission.CONVERSATIONS_WRITE);
        return say(request, id, Speech.several(id, request.json()));
    }

    private Reply say(Request request, UUID id, List<Deed> deeds) {
        Access access = request.access();
        Desk.Done done = desk.act(access, id, Version.unchangedSince(request), deeds, Receipts.stamp(request, "say"));
        return changed.said(request, done, said(access, done, deeds));
    }

    /// What was said now, or when it had been said before under the same ids, then.
    private List<Message> said(Access access, Desk.Done done, List<Deed> deeds) {
        if (done.said().size() == deeds.size() || !access.may(Permission.CONVERSATIONS_READ)) {
            return done.said();
        }
        Set<UUID> ids = deeds.stream()
                .map(MessageCalls::id)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
        done.said().forEach(each -> ids.add(each.id()));
        UUID conversation = done.row().conversation().id();
        List<Message> known = archive.get(access, conversation, true).messages().stream()
                .filter(each -> ids.contains(each.id()))
                .toList();
        return known.isEmpty() ? done.said() : known;
    }

    private static @Nullable UUID id(Deed deed) {
        return deed instanceof Deed.Say say ? say.id() : null;
    }

    private Reply redact(Request request) {
        UUID id = Ids.conversation(request);
        UUID message = Ids.of(request, "message_id", "Message");
        request.access().require(Permission.CONVERSATIONS_WRITE);
        List<Deed> deeds = Action.read(request.json(), members -> Action.redact(members, message));
        return changed.answer(
                request,
                desk.act(
                        request.access(),
                        id,
                        Version.unchangedSince(request),
                        deeds,
                        Receipts.stamp(request, "redact")));
    }
}
