package dev.parlance.dialect.anyreach;

import dev.parlance.http.Handler;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.query.Answer;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.FileLinks;
import java.util.Map;
import java.util.UUID;

/// `GET /core/conversations`.
final class ConversationList implements Handler {
    private final Archive archive;
    private final FileLinks files;

    ConversationList(Doors doors) {
        this.archive = doors.archive();
        this.files = doors.files();
    }

    @Override
    public Reply handle(Request request) {
        Listing listing = ListingReader.read(request);
        Answer answer = archive.ask(request.access(), listing.query());
        FileLinks.Links links = files.of(request.access(), answer.rows(), request.origin());
        UUID organization = request.access().tenant().publicId();
        return Reply.ok(answer.rows(), links(request, answer), json -> {
            json.writeStartArray();
            answer.rows()
                    .forEach(row ->
                            Column.writeAll(json, new Column.Shown(organization, row, links), listing.columns()));
            json.writeEndArray();
        });
    }

    private static Map<String, String> links(Request request, Answer answer) {
        return answer.more()
                ? NextPage.link(
                        request,
                        Anyreach.CONVERSATIONS,
                        Cursor.after(answer.rows().getLast().conversation()))
                : Map.of();
    }
}
