package dev.parlance.index;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.JsonText;
import dev.parlance.journal.Feed;
import dev.parlance.query.Analyzer;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.Leaves;
import dev.parlance.query.TextField;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// One tenant's conversations, by every value and in every order. Not thread-safe: [TenantShelf] guards it.
final class TenantIndex {
    private final Documents documents = new Documents();
    private final RoaringBitmap living = new RoaringBitmap();
    private final Map<Field, Postings<String>> fields = new EnumMap<>(Field.class);
    private final Map<Field, RoaringBitmap> present = new EnumMap<>(Field.class);
    private final Map<TextField, Postings<String>> texts = new EnumMap<>(TextField.class);
    private final Map<Filter.Owner, Postings<String>> leaves = new EnumMap<>(Filter.Owner.class);
    private final Map<InstantField, Order> orders = new EnumMap<>(InstantField.class);
    private final Postings<String> tags = new Postings<>();
    private final Postings<Feed.Use> uses = new Postings<>();
    private final Vocabulary words = new Vocabulary();

    TenantIndex() {
        for (Field field : Field.values()) {
            fields.put(field, new Postings<>());
            present.put(field, new RoaringBitmap());
        }
        for (TextField field : TextField.values()) {
            texts.put(field, new Postings<>());
        }
        for (Filter.Owner owner : Filter.Owner.values()) {
            leaves.put(owner, new Postings<>());
        }
        for (InstantField field : InstantField.values()) {
            orders.put(field, new Order(documents, document -> documents.value(field, document)));
        }
    }

    /// Takes the conversation as it is now, in place of what was known of it.
    void put(Feed.Subject subject) {
        Conversation conversation = subject.conversation();
        int former = documents.find(conversation.number());
        if (former >= 0) {
            living.remove(former);
            orders.values().forEach(order -> order.remove(former));
        }
        int document = documents.add(conversation);
        living.add(document);
        orders.values().forEach(order -> order.add(document));
        post(conversation, document);
        subject.uses().forEach(use -> uses.add(use, document));
        Set<String> said = subject.words();
        said.forEach(word -> words.add(word, document));
        Analyzer.contactWords(conversation.contact()).stream()
                .filter(word -> !said.contains(word))
                .forEach(word -> words.add(word, document));
    }

    private void post(Conversation conversation, int document) {
        fields.forEach((field, postings) -> {
            String value = field.of(conversation);
            if (value != null) {
                postings.add(value, document);
                present(field).add(document);
            }
        });
        texts.forEach((field, postings) -> {
            String value = field.of(conversation);
            if (value != null) {
                postings.add(TextField.folded(value), document);
            }
        });
        conversation.tags().stream().distinct().forEach(tag -> tags.add(tag, document));
        Contact contact = conversation.contact();
        post(Filter.Owner.CONVERSATION, conversation.customData(), document);
        post(Filter.Owner.CONTACT, contact == null ? null : contact.customData(), document);
    }

    private void post(Filter.Owner owner, @Nullable JsonText customData, int document) {
        if (customData != null) {
            Postings<String> postings = leaves(owner);
            Leaves.of(customData).forEach(leaf -> postings.add(leaf, document));
        }
    }

    /// How many conversations there are.
    int size() {
        return living.getCardinality();
    }

    /// Whether so many documents are dead that building the index anew pays.
    boolean isWorn() {
        return documents.count() - size() > size() + 10_000;
    }

    Documents documents() {
        return documents;
    }

    /// The documents that are the newest version of their conversation; not to be changed.
    RoaringBitmap living() {
        return living;
    }

    Postings<String> values(Field field) {
        return of(fields, field);
    }

    /// The documents that have any value; not to be changed.
    RoaringBitmap present(Field field) {
        return of(present, field);
    }

    Postings<String> texts(TextField field) {
        return of(texts, field);
    }

    Postings<String> leaves(Filter.Owner owner) {
        return of(leaves, owner);
    }

    Postings<String> tags() {
        return tags;
    }

    Postings<Feed.Use> uses() {
        return uses;
    }

    Vocabulary words() {
        return words;
    }

    Order order(InstantField field) {
        return of(orders, field);
    }

    private static <K, V> V of(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("not indexed: " + key);
        }
        return value;
    }
}
