package dev.parlance.dialect.parlance;

import dev.parlance.dialect.Moments;
import dev.parlance.dialect.Parameters;
import dev.parlance.dialect.Receipts;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.intake.record.Members;
import dev.parlance.intake.record.PartyReader;
import dev.parlance.journal.Draft;
import dev.parlance.query.Analyzer;
import dev.parlance.query.Contacts;
import dev.parlance.query.Span;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Directory;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// Contacts.
final class ContactCalls {
    private static final String ALL = "/v1/contacts";
    private static final String ONE = ALL + "/{contact_id}";
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 1000;

    private final Directory directory;
    private final Desk desk;

    private ContactCalls(Doors doors) {
        this.directory = doors.directory();
        this.desk = doors.desk();
    }

    static List<Route> routes(Doors doors) {
        ContactCalls calls = new ContactCalls(doors);
        return List.of(
                Route.get(ALL, calls::list),
                Route.post(ALL, calls::make),
                Route.get(ONE, calls::get),
                Route.patch(ONE, calls::describe),
                Route.delete(ONE, calls::remove));
    }

    private Reply list(Request request) {
        Parameters parameters = Accepted.parameters(
                request, "q", "created_from", "created_to", "updated_from", "updated_to", "cursor", "limit");
        List<String> words = parameters.findText("q").map(Analyzer::words).orElse(null);
        Span created = parameters.span("created_from", "created_to");
        Span updated = parameters.span("updated_from", "updated_to");
        int limit = (int) parameters.integer("limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT);
        Contacts.Last after = Bookmark.find(
                        parameters,
                        request,
                        2,
                        parts -> new Contacts.Last(Bookmark.instant(parts.get(0)), UUID.fromString(parts.get(1))))
                .orElse(null);
        parameters.check();
        List<Contacts.Kept> found = directory.listContacts(
                request.access(), new Contacts.Listing(null, created, updated, words, null, after, limit + 1));
        List<Contacts.Kept> page = found.stream().limit(limit).toList();
        String next = found.size() > limit ? next(request, page.getLast()) : null;
        return Listed.reply(page, next, ContactCalls::write);
    }

    private static String next(Request request, Contacts.Kept last) {
        return Bookmark.text(
                request, Bookmark.micros(last.created()), last.contact().id());
    }

    private Reply get(Request request) {
        Contacts.Kept contact = directory.getContact(request.access(), id(request));
        return Reply.ok(List.of(contact), json -> write(json, contact));
    }

    private Reply make(Request request) {
        request.access().require(Permission.CONTACTS_WRITE);
        Members members = Members.of(request.json());
        Draft.ContactDraft details = PartyReader.contact(members);
        UUID given = Ids.member(members, "id");
        UUID id = given == null ? UUID.randomUUID() : given;
        members.check();
        Contacts.Kept made =
                desk.keepWhole(request.access(), id, details, true, Receipts.stamp(request, "make contact"));
        Map<String, String> headers =
                Map.of("Location", ALL + "/" + made.contact().id());
        return new Reply.Whole(201, headers, 1, json -> write(json, made));
    }

    /// What is known of a contact can be replaced, not taken away.
    private Reply describe(Request request) {
        UUID id = id(request);
        request.access().require(Permission.CONTACTS_WRITE);
        JsonNode body = request.json();
        Members members = Members.of(body);
        Draft.ContactDraft details = PartyReader.contact(members);
        if (details.id() != null) {
            members.wrong("id", "unknown", "the address says which contact it is");
        }
        body.propertyNames().stream()
                .filter(members::isNull)
                .forEach(name -> members.wrong(name, "null", "null, and what is known can only be replaced"));
        members.check();
        Contacts.Kept kept =
                desk.keepWhole(request.access(), id, details, false, Receipts.stamp(request, "describe contact"));
        return Reply.ok(List.of(kept), json -> write(json, kept));
    }

    private Reply remove(Request request) {
        desk.removeContact(request.access(), id(request), Receipts.stamp(request, "remove contact"));
        return new Reply.Empty(204, Map.of());
    }

    private static UUID id(Request request) {
        return Ids.of(request, "contact_id", "Contact");
    }

    private static void write(JsonGenerator json, Contacts.Kept kept) {
        json.writeStartObject();
        ContactJson.writeMembers(json, true, kept.contact());
        json.writeStringProperty("created_at", Moments.micros(kept.created()));
        json.writeStringProperty("updated_at", Moments.micros(kept.updated()));
        json.writeEndObject();
    }
}
