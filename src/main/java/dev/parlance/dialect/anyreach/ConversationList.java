package dev.parlance.dialect.anyreach;

import dev.parlance.http.Handler;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.query.Answer;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.FileLinks;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/// `GET /core/conversations`.
final class ConversationList implements Handler {
    private static final String CURSOR = "cursor";

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
            answer.rows().forEach(row -> write(json, new Column.Shown(organization, row, links), listing.columns()));
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Column.Shown shown, Set<Column> columns) {
        json.writeStartObject();
        columns.forEach(column -> column.write(json, shown));
        json.writeEndObject();
    }

    private static Map<String, String> links(Request request, Answer answer) {
        return answer.more()
                ? Map.of("Link", "<" + Anyreach.CONVERSATIONS + "?" + next(request, answer) + ">; rel=\"next\"")
                : Map.of();
    }

    private static String next(Request request, Answer answer) {
        Cursor cursor = Cursor.after(answer.rows().getLast().conversation());
        return Stream.concat(
                        request.query().stream()
                                .filter(parameter -> !parameter.name().equals(CURSOR)),
                        Stream.of(new Request.Parameter(CURSOR, cursor.text())))
                .map(parameter -> encoded(parameter.name()) + "=" + encoded(parameter.value()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
