package dev.parlance.dialect.opencx;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Parameters;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.problem.Mistake.Place;
import dev.parlance.query.Analyzer;
import dev.parlance.query.Answer;
import dev.parlance.query.Contacts;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.Page;
import dev.parlance.query.Query;
import dev.parlance.query.Row;
import dev.parlance.query.Sort;
import dev.parlance.query.Span;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Directory;
import dev.parlance.tenant.Doors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/// Search by words, over messages and over contacts. Every word must begin some word of the message or the contact.
final class SearchCalls {
    private static final int MOST_CONTACTS = 50;
    private static final int MOST_MESSAGES = 50;
    private static final int SESSIONS = 50;
    private static final int PAGES = 20;
    private static final int LONGEST = 1000;

    private final Archive archive;
    private final Directory directory;

    SearchCalls(Doors doors) {
        this.archive = doors.archive();
        this.directory = doors.directory();
    }

    /// What is looked for: words, and whose messages.
    private record Asked(List<String> words, Optional<UUID> contact) {
        Filter filter() {
            Filter.Words said = new Filter.Words(words);
            return contact.<Filter>map(id ->
                            new Filter.All(List.of(said, new Filter.OneOf(Field.CONTACT, Set.of(id.toString())))))
                    .orElse(said);
        }

        boolean isIn(Message message) {
            List<String> spoken = Analyzer.words(message.text());
            return words.stream().allMatch(word -> spoken.stream().anyMatch(each -> each.startsWith(word)));
        }
    }

    private record Hit(Conversation session, Message message) {}

    Reply search(Request request) {
        Asked asked = read(request);
        List<Contacts.Kept> contacts = contacts(request.access(), asked);
        List<Hit> messages = messages(request.access(), asked);
        return Reply.ok(messages, json -> write(json, contacts, messages));
    }

    private static Asked read(Request request) {
        Parameters parameters = new Parameters(request);
        Optional<String> q = parameters.findText("q");
        if (q.isEmpty() || q.get().length() > LONGEST) {
            parameters.mistakes().mustBe(Place.QUERY, "q", "text", "text of 1 to " + LONGEST + " characters");
        }
        Optional<UUID> contact = parameters.findUuid("contact_id");
        parameters.check();
        return new Asked(Analyzer.words(q.orElse("")), contact);
    }

    private List<Contacts.Kept> contacts(Access access, Asked asked) {
        return directory.searchContacts(
                access,
                new Contacts.Listing(
                        null,
                        Span.ALWAYS,
                        Span.ALWAYS,
                        asked.words(),
                        asked.contact().orElse(null),
                        null,
                        MOST_CONTACTS));
    }

    /// Newest sessions first. A session may have the words in several places, so that no message of it has all of them.
    private List<Hit> messages(Access access, Asked asked) {
        List<Hit> hits = new ArrayList<>();
        Page page = Page.first(SESSIONS);
        for (int i = 0; i < PAGES && !asked.words().isEmpty() && hits.size() < MOST_MESSAGES; i++) {
            Query query = Query.of(asked.filter(), Sort.newestFirst(InstantField.ACTIVITY), page)
                    .withTranscripts();
            Answer answer = archive.ask(access, query);
            answer.rows().forEach(row -> collect(asked, row, hits));
            if (!answer.more()) {
                break;
            }
            Conversation last = answer.rows().getLast().conversation();
            page = new Page.After(last.times().activity(), last.number(), SESSIONS);
        }
        return hits.stream().limit(MOST_MESSAGES).toList();
    }

    private static void collect(Asked asked, Row row, List<Hit> hits) {
        row.messages().reversed().stream()
                .filter(asked::isIn)
                .forEach(message -> hits.add(new Hit(row.conversation(), message)));
    }

    private static void write(JsonGenerator json, List<Contacts.Kept> contacts, List<Hit> messages) {
        json.writeStartObject();
        json.writeArrayPropertyStart("contacts");
        contacts.forEach(kept -> write(json, kept.contact()));
        json.writeEndArray();
        json.writeArrayPropertyStart("messages");
        for (Hit hit : messages) {
            json.writeStartObject();
            json.writeStringProperty("id", hit.message().id().toString());
            json.writeStringProperty("session_id", hit.session().id().toString());
            json.writeStringProperty("message", hit.message().text());
            json.writeStringProperty("type", Speakers.type(hit.message()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Contact contact) {
        Members members = new Members(json);
        json.writeStartObject();
        json.writeStringProperty("id", contact.id().toString());
        members.nullable("name", contact.name());
        members.nullable("email", contact.email());
        members.nullable("phone", contact.phone());
        json.writeEndObject();
    }
}
