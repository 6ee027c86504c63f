package dev.parlance.dialect.opencx;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.journal.Change;
import dev.parlance.query.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A session's messages and what the journal tells of it, as one list, oldest first. Both only grow at their ends, so a
/// place in the list is a place in each of them.
record History(Conversation session, List<Message> messages, List<Event> happenings) {
    private static final String KIND = "history-1";
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,9}");

    /// So many of each were shown.
    record Place(UUID session, int messages, int happenings) {
        static Optional<Place> find(String text) {
            return Opaque.find(text, KIND, 4)
                    .filter(parts -> PLACE.matcher(parts.get(2)).matches()
                            && PLACE.matcher(parts.get(3)).matches())
                    .map(parts -> new Place(
                            UUID.fromString(parts.get(1)),
                            Integer.parseInt(parts.get(2)),
                            Integer.parseInt(parts.get(3))));
        }

        String text() {
            return Opaque.of(
                    List.of(KIND, session.toString(), Integer.toString(messages), Integer.toString(happenings)));
        }
    }

    static History of(Row row, List<Change> timeline) {
        Happenings happenings = new Happenings(row.conversation());
        return new History(
                row.conversation(),
                row.messages(),
                timeline.stream().flatMap(happenings::of).toList());
    }

    /// Events in a row, and the place after them unless they are the last.
    record Stretch(List<Event> events, @Nullable Place next) {}

    /// The events after a place, in order.
    Stretch after(Place place, int limit) {
        List<Event> events = new ArrayList<>();
        int said = Math.min(place.messages(), messages.size());
        int happened = Math.min(place.happenings(), happenings.size());
        while (events.size() < limit && (said < messages.size() || happened < happenings.size())) {
            boolean next = happened < happenings.size()
                    && (said == messages.size()
                            || !happenings
                                    .get(happened)
                                    .at()
                                    .isAfter(messages.get(said).at()));
            events.add(next ? happenings.get(happened++) : said(messages.get(said++)));
        }
        boolean ended = said == messages.size() && happened == happenings.size();
        return new Stretch(events, ended ? null : new Place(session.id(), said, happened));
    }

    private Event said(Message message) {
        return new Event(
                message.id(),
                message.at(),
                Speakers.type(message),
                Speakers.of(session, message),
                message.text(),
                message.attachments(),
                Event.nothing());
    }
}
