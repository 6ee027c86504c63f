package dev.parlance.index;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.journal.Feed;
import dev.parlance.query.Analyzer;
import dev.parlance.query.Field;
import dev.parlance.query.TextField;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps one tenant's index as its conversations change: the one who writes it. What is given out as [TenantIndex] is
/// read by others and stays as it is.
///
/// A change is worked out as a difference: the value that went away loses the document, the new one gains it, and what
/// stays alike is not touched.
final class Indexer {
    private static final int FIELDS = Field.values().length;

    private final DocumentsPen documents = new DocumentsPen();
    private final PostingsPen postings = new PostingsPen();
    private final VocabularyPen words = new VocabularyPen();
    private final Facts facts = new Facts(postings);
    private final Profiles profiles = new Profiles();
    private final Longs.Pen people = new Longs.Pen(Longs.EMPTY);
    private final List<Listing> texts =
            Stream.of(TextField.values()).map(field -> new Listing()).toList();
    private final int living = postings.number(Spelling.living());
    private final int[] present = Stream.of(Field.values())
            .mapToInt(field -> postings.number(Spelling.present(field)))
            .toArray();
    private final int[] gains = new int[FIELDS];
    private final Set<Long> touched = new HashSet<>();
    private int listed;
    private boolean harvesting;

    /// From now until [#written] every conversation comes once, in the order of their numbers.
    void harvest() {
        harvesting = true;
        documents.arrangeLater();
        postings.harvest();
        words.harvest();
    }

    /// Whether the subject says enough to be put: one that is not whole must be about a known conversation, and not
    /// take
    /// words of its contact away.
    boolean suffices(Feed.Subject subject) {
        if (subject.whole()) {
            return true;
        }
        int document = documents.find(subject.conversation().number());
        long person = document < 0 ? Longs.MISSING : people.get(document);
        return document >= 0
                && (person == Longs.MISSING
                        || person == mark(subject.conversation().contact()));
    }

    /// Takes the conversation as it is now, in place of what was known of it.
    void put(Feed.Subject subject) {
        Conversation conversation = subject.conversation();
        if (!harvesting && !touched.add(conversation.number())) {
            written();
            touched.add(conversation.number());
        }
        int document = documents.find(conversation.number());
        long person = mark(conversation.contact());
        boolean met = document < 0 || people.get(document) != person;
        int[] told = words(subject, subject.whole() || met);
        if (document >= 0 && subject.whole() && words.lost(document, told)) {
            retire(document);
            document = -1;
        }
        int[] before = document < 0 ? Posting.NOBODY : profiles.of(document);
        if (document < 0) {
            document = documents.begin(conversation.number());
            postings.add(living, document);
        }
        int[] after = facts.of(subject, subject.whole() ? Posting.NOBODY : before);
        change(document, before, after);
        documents.put(document, conversation);
        people.set(document, person);
        words.add(document, told);
    }

    private int[] words(Feed.Subject subject, boolean withContact) {
        Set<String> said = subject.words();
        Stream<String> others = withContact
                ? Analyzer.contactWords(subject.conversation().contact()).stream()
                        .filter(word -> !said.contains(word))
                : Stream.empty();
        return Stream.concat(said.stream(), others).mapToInt(words::number).toArray();
    }

    /// Ends a document: its conversation, should there still be one, begins another.
    private void retire(int document) {
        change(document, profiles.of(document), Posting.NOBODY);
        postings.remove(living, document);
        people.set(document, Longs.MISSING);
        documents.remove(document);
        words.retire(document);
    }

    private void change(int document, int[] before, int[] after) {
        if (Arrays.equals(before, after)) {
            return;
        }
        for (int fact : before) {
            if (Arrays.binarySearch(after, fact) < 0) {
                postings.remove(fact, document);
                count(fact, -1);
            }
        }
        for (int fact : after) {
            if (Arrays.binarySearch(before, fact) < 0) {
                postings.add(fact, document);
                count(fact, 1);
            }
        }
        for (int field = 0; field < FIELDS; field++) {
            if (gains[field] > 0) {
                postings.add(present[field], document);
            } else if (gains[field] < 0) {
                postings.remove(present[field], document);
            }
            gains[field] = 0;
        }
        profiles.set(document, after);
    }

    private void count(int fact, int change) {
        int field = Spelling.field(postings.dictionary().spellings().first(fact));
        if (field >= 0) {
            gains[field] += change;
        }
    }

    /// The index as it is now.
    TenantIndex written() {
        harvesting = false;
        touched.clear();
        Documents writtenDocuments = documents.written();
        var free = words.swept(writtenDocuments.size());
        Vocabulary writtenWords = words.written();
        free.forEach((int document) -> documents.reuse(document));
        Postings writtenPostings = postings.written();
        list(writtenPostings.known());
        return new TenantIndex(
                writtenDocuments,
                writtenPostings,
                writtenWords,
                texts.stream().map(Listing::written).toList());
    }

    private void list(int known) {
        Spellings spellings = postings.dictionary().spellings();
        for (; listed < known; listed++) {
            int field = Spelling.textField(spellings.first(listed));
            if (field >= 0) {
                texts.get(field).add(listed);
            }
        }
    }

    /// About how much memory all of it takes.
    long bytes() {
        return documents.bytes()
                + postings.bytes()
                + words.bytes()
                + profiles.bytes()
                + people.written().bytes();
    }

    /// How many values and words are kept that nobody has any more.
    int idle() {
        return postings.idle() + words.idle();
    }

    /// What tells whether the words of the contact can be others: a hash long enough never to be alike by chance.
    private static long mark(@Nullable Contact contact) {
        if (contact == null) {
            return Longs.MISSING;
        }
        long mark = 1;
        for (@Nullable String text : new @Nullable String[] {contact.name(), contact.email(), contact.phone()}) {
            mark = mark * 31 + (text == null ? 0 : 1);
            for (int i = 0; text != null && i < text.length(); i++) {
                mark = (mark ^ text.charAt(i)) * 0x9e3779b97f4a7c15L;
                mark ^= mark >>> 29;
            }
        }
        return mark >>> 16;
    }
}
