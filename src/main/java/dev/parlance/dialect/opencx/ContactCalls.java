package dev.parlance.dialect.opencx;

import dev.parlance.conversation.Contact;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Mistakes;
import dev.parlance.dialect.Moments;
import dev.parlance.dialect.Parameters;
import dev.parlance.dialect.Receipts;
import dev.parlance.dialect.Wild;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.journal.Draft;
import dev.parlance.query.Contacts;
import dev.parlance.query.Span;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Directory;
import dev.parlance.tenant.Doors;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/// Contacts: listed, made, changed, removed.
final class ContactCalls {
    private final Directory directory;
    private final Desk desk;

    ContactCalls(Doors doors) {
        this.directory = doors.directory();
        this.desk = doors.desk();
    }

    Reply list(Request request) {
        Parameters parameters = new Parameters(request);
        Span created = parameters.span("created_after", "created_before");
        Span updated = parameters.span("updated_after", "updated_before");
        Optional<ContactCursor> cursor = ContactCursor.find(parameters, created, updated);
        parameters.check();
        ContactCursor start =
                cursor.orElseGet(() -> new ContactCursor(created, updated, directory.asOf(request.access()), null));
        List<Contacts.Kept> found = directory.listContacts(request.access(), start.listing());
        List<Contacts.Kept> page = found.stream().limit(ContactCursor.PAGE).toList();
        ContactCursor next = found.size() > page.size() ? start.after(page.getLast()) : null;
        return Reply.ok(page, json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            page.forEach(contact -> write(json, contact, start));
            json.writeEndArray();
            new Members(json).nullable("next", next == null ? null : next.text());
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Contacts.Kept kept, ContactCursor start) {
        Contact contact = kept.contact();
        Members members = new Members(json);
        json.writeStartObject();
        json.writeStringProperty("id", contact.id().toString());
        members.nullable("email", contact.email());
        members.nullable("phone_number", contact.phone());
        members.nullable("name", contact.name());
        members.nullable("custom_data", contact.customData());
        json.writeStringProperty("created_at", Moments.millis(kept.created()));
        json.writeStringProperty("updated_at", Moments.millis(start.updated(kept)));
        json.writeEndObject();
    }

    Reply create(Request request) {
        Draft.ContactDraft details = read(request);
        Contact contact = desk.keepContact(
                request.access(), UUID.randomUUID(), details, true, Receipts.stamp(request, "create contact"));
        return Reply.ok(List.of(contact), json -> {
            json.writeStartObject();
            json.writeStringProperty("id", contact.id().toString());
            json.writeEndObject();
        });
    }

    Reply update(Request request) {
        UUID id = Ids.of(request, "contact_id");
        Draft.ContactDraft details = read(request);
        desk.keepContact(request.access(), id, details, false, Receipts.stamp(request, "update contact"));
        return Reply.done();
    }

    Reply delete(Request request) {
        UUID id = Ids.of(request, "contact_id");
        desk.removeContact(request.access(), id, Receipts.stamp(request, "delete contact"));
        return Reply.done();
    }

    private static Draft.ContactDraft read(Request request) {
        Mistakes mistakes = new Mistakes();
        Wild body = Wild.body(request.json(), mistakes);
        if (body.member("contact").node().isMissingNode()
                || body.member("contact").node().isNull()) {
            body.member("contact").mistake("missing", "given");
        }
        Draft.ContactDraft contact = People.read(body.object("contact"), "phone");
        mistakes.check();
        return contact;
    }
}
