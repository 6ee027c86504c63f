package dev.parlance.dialect.opencx;

import dev.parlance.dialect.Members;
import dev.parlance.dialect.Parameters;
import dev.parlance.dialect.Receipts;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.query.Row;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.FileLinks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is said in sessions: sent, and read back.
final class HistoryCalls {
    private static final int PAGE = 100;

    private final Archive archive;
    private final Desk desk;
    private final FileLinks files;

    HistoryCalls(Doors doors) {
        this.files = doors.files();
        this.archive = doors.archive();
        this.desk = doors.desk();
    }

    Reply send(Request request) {
        UUID id = Ids.of(request, "session_id");
        SendRequest sent = SendRequest.read(request.json());
        Desk.Done done = desk.act(request.access(), id, sent.deeds(), Receipts.stamp(request, "send"));
        UUID message = done.said().getFirst().id();
        return Reply.ok(List.of(message), json -> {
            json.writeStartObject();
            json.writeBooleanProperty("success", true);
            json.writeObjectPropertyStart("data");
            json.writeObjectPropertyStart("message");
            json.writeStringProperty("id", message.toString());
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    Reply history(Request request) {
        UUID id = Ids.of(request, "session_id");
        Parameters parameters = new Parameters(request);
        Optional<History.Place> cursor = Opaque.read(
                parameters,
                History.Place::find,
                place -> place.session().equals(id),
                "cursor belongs to another session");
        parameters.check();
        Row row = archive.get(request.access(), id, true);
        FileLinks.Links links = files.of(request.access(), List.of(row), request.origin());
        EventJson events = new EventJson(row.conversation().number(), links);
        History history = History.of(row, archive.timeline(request.access(), row.conversation()));
        History.Place start = cursor.orElseGet(() -> new History.Place(id, 0, 0));
        History.Stretch page = history.after(start, PAGE);
        return Reply.ok(page.events(), json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            page.events().forEach(event -> events.write(json, event));
            json.writeEndArray();
            new Members(json)
                    .nullable("next", page.next() == null ? null : page.next().text());
            json.writeEndObject();
        });
    }
}
