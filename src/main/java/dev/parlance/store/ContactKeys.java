package dev.parlance.store;

import dev.parlance.conversation.Contact;
import dev.parlance.query.TextField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which contact has which external id, e-mail or phone. Of several with one e-mail or phone the least id comes first.
final class ContactKeys {
    private final Map<String, UUID> external = new HashMap<>();
    private final Map<Key, SortedSet<UUID>> weak = new HashMap<>();
    private final Set<Key> forgotten = new HashSet<>();

    /// A folded e-mail or a phone.
    record Key(boolean email, String text) {
        static Key email(String email) {
            return new Key(true, TextField.folded(email));
        }

        static Key phone(String phone) {
            return new Key(false, phone);
        }

        static List<Key> of(@Nullable String email, @Nullable String phone) {
            return Stream.concat(
                            Stream.ofNullable(email).map(Key::email),
                            Stream.ofNullable(phone).map(Key::phone))
                    .toList();
        }
    }

    void add(Contact contact) {
        if (contact.externalId() != null) {
            external.put(contact.externalId(), contact.id());
        }
        Key.of(contact.email(), contact.phone())
                .forEach(key ->
                        weak.computeIfAbsent(key, none -> new TreeSet<>()).add(contact.id()));
    }

    void remove(Contact contact) {
        if (contact.externalId() != null) {
            external.remove(contact.externalId());
        }
        for (Key key : Key.of(contact.email(), contact.phone())) {
            weak.getOrDefault(key, new TreeSet<>()).remove(contact.id());
            forgotten.add(key);
        }
    }

    @Nullable
    UUID external(String externalId) {
        return external.get(externalId);
    }

    Set<UUID> holders(Key key) {
        return weak.getOrDefault(key, new TreeSet<>());
    }

    /// Whether a contact of this key went away, so that stored ones which stood behind it matter now.
    boolean isForgotten(Key key) {
        return forgotten.contains(key) && holders(key).isEmpty();
    }

    void remember(Key key) {
        forgotten.remove(key);
    }
}
