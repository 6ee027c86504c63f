package dev.parlance.dialect.opencx;

import dev.parlance.conversation.Conversation;
import dev.parlance.dialect.Parameters;
import dev.parlance.query.InstantField;
import dev.parlance.query.Page;
import dev.parlance.query.Query;
import dev.parlance.query.Sort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a list of sessions goes on, what it lists, and at which moment it began.
///
/// A client that keeps the greatest `updated_at` it saw, and asks the next time for what was updated since, must miss
/// nothing that changed while it read. So no page of a list shows a time later than the moment at which the list began:
/// what changes after that moment is later than anything shown.
record SessionCursor(
        SessionListing listing, Instant began, @Nullable Last after) {
    private static final String KIND = "sessions-1";
    private static final int PAGE = 100;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /// The last session of the page before.
    record Last(Instant created, long number) {}

    /// What the request asks for: its own words, or what its cursor remembers, which they must not contradict.
    static Optional<SessionCursor> find(Parameters parameters, SessionListing asked) {
        return Opaque.read(
                parameters,
                SessionCursor::find,
                cursor -> cursor.listing.isContinuedBy(asked),
                "cursor belongs to a list with other filters; leave them as they were");
    }

    Query query() {
        Page page = after == null ? Page.first(PAGE) : new Page.After(after.created(), after.number(), PAGE);
        return Query.of(listing.filter(), Sort.newestFirst(InstantField.CREATED), page);
    }

    SessionCursor after(Conversation last) {
        return new SessionCursor(listing, began, new Last(last.times().created(), last.number()));
    }

    /// The time to show for a session.
    Instant updated(Conversation conversation) {
        Instant updated = conversation.times().updated();
        return updated.isAfter(began) ? began : updated;
    }

    String text() {
        if (after == null) {
            throw new IllegalStateException("a list begins without a cursor");
        }
        List<String> parts = new ArrayList<>();
        parts.add(KIND);
        parts.addAll(listing.texts());
        parts.add(Opaque.text(began));
        parts.add(Opaque.text(after.created()));
        parts.add(Long.toString(after.number()));
        return Opaque.of(parts);
    }

    private static Optional<SessionCursor> find(String text) {
        return Opaque.find(text, KIND, SessionListing.TEXTS + 4).flatMap(SessionCursor::of);
    }

    private static Optional<SessionCursor> of(List<String> parts) {
        SessionListing listing = SessionListing.of(parts.subList(1, 1 + SessionListing.TEXTS));
        Instant began = Opaque.instant(parts.get(SessionListing.TEXTS + 1));
        Instant created = Opaque.instant(parts.get(SessionListing.TEXTS + 2));
        String number = parts.getLast();
        return began == null || created == null || !NUMBER.matcher(number).matches()
                ? Optional.empty()
                : Optional.of(new SessionCursor(listing, began, new Last(created, Long.parseLong(number))));
    }
}
