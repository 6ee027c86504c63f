package dev.parlance.dialect.opencx;

import dev.parlance.dialect.Parameters;
import dev.parlance.query.Contacts;
import dev.parlance.query.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a list of contacts goes on, what it lists, and at which moment it began, after which no time is shown: see
/// [SessionCursor].
record ContactCursor(Span created, Span updated, Instant began, Contacts.@Nullable Last after) {
    static final int PAGE = 100;

    private static final String KIND = "contacts-1";
    private static final int PARTS = 8;

    static Optional<ContactCursor> find(Parameters parameters, Span created, Span updated) {
        return Opaque.read(
                parameters,
                ContactCursor::find,
                cursor -> Opaque.continues(cursor.created, created) && Opaque.continues(cursor.updated, updated),
                "cursor belongs to a list with other filters; leave them as they were");
    }

    /// One more than a page, to see whether there is another.
    Contacts.Listing listing() {
        return new Contacts.Listing(null, created, updated, null, null, after, PAGE + 1);
    }

    ContactCursor after(Contacts.Kept last) {
        return new ContactCursor(
                created,
                updated,
                began,
                new Contacts.Last(last.created(), last.contact().id()));
    }

    Instant updated(Contacts.Kept contact) {
        return contact.updated().isAfter(began) ? began : contact.updated();
    }

    String text() {
        if (after == null) {
            throw new IllegalStateException("a list begins without a cursor");
        }
        return Opaque.of(List.of(
                KIND,
                Opaque.text(created.from()),
                Opaque.text(created.to()),
                Opaque.text(updated.from()),
                Opaque.text(updated.to()),
                Opaque.text(began),
                Opaque.text(after.created()),
                after.id().toString()));
    }

    private static Optional<ContactCursor> find(String text) {
        return Opaque.find(text, KIND, PARTS).flatMap(ContactCursor::of);
    }

    private static Optional<ContactCursor> of(List<String> parts) {
        Instant began = Opaque.instant(parts.get(5));
        Instant last = Opaque.instant(parts.get(6));
        return began == null || last == null
                ? Optional.empty()
                : Optional.of(new ContactCursor(
                        Opaque.span(parts.get(1), parts.get(2)),
                        Opaque.span(parts.get(3), parts.get(4)),
                        began,
                        new Contacts.Last(last, UUID.fromString(parts.get(7)))));
    }
}
