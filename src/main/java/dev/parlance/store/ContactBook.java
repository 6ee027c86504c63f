package dev.parlance.store;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The contacts that a batch names: as they are stored, and as the batch leaves them so far.
///
/// A contact is found by id, then by external id, e-mail and phone, the first that knows it. An e-mail or a phone never
/// joins two contacts of different external ids, nor finds one for a record that names a UUID.
final class ContactBook {
    private final Connection connection;
    private final TenantId tenant;
    private final Map<UUID, Contact> before = new HashMap<>();
    private final Map<UUID, Contact> after = new LinkedHashMap<>();
    private final ContactKeys keys = new ContactKeys();

    private ContactBook(Connection connection, TenantId tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    static ContactBook read(Connection connection, TenantId tenant, List<ContactClaim> claims) throws SQLException {
        ContactBook book = new ContactBook(connection, tenant);
        if (!claims.isEmpty()) {
            ContactRows.find(connection, tenant, claims).forEach(book::shelve);
        }
        return book;
    }

    private void shelve(Contact contact) {
        before.put(contact.id(), contact);
        after.put(contact.id(), contact);
        keys.add(contact);
    }

    /// What forbids this claim.
    Optional<Outcome.Rejected> objection(@Nullable ContactClaim claim) throws SQLException {
        if (claim == null || claim.externalId() == null) {
            return Optional.empty();
        }
        UUID holder = keys.external(claim.externalId());
        return holder == null || holder.equals(target(claim))
                ? Optional.empty()
                : Optional.of(new Outcome.Rejected("contact.external_id", "belongs to another contact"));
    }

    /// Whether somebody has this external id.
    boolean isTaken(@Nullable String externalId) throws SQLException {
        return externalId != null && keys.external(externalId) != null;
    }

    /// Brings in what is said of a contact.
    UUID merge(ContactClaim claim) throws SQLException {
        UUID id = target(claim);
        Contact known = after.get(id);
        Contact merged = claim.merged(id, known);
        if (known != null) {
            keys.remove(known);
        }
        after.put(id, merged);
        keys.add(merged);
        return id;
    }

    private UUID target(ContactClaim claim) throws SQLException {
        if (claim.id() != null && after.containsKey(claim.id())) {
            return claim.id();
        }
        UUID external = claim.externalId() == null ? null : keys.external(claim.externalId());
        if (external != null) {
            return external;
        }
        UUID weaker = claim.isCertain() ? null : byEmailOrPhone(claim);
        return weaker == null ? fresh(claim) : weaker;
    }

    private @Nullable UUID byEmailOrPhone(ContactClaim claim) throws SQLException {
        for (ContactKeys.Key key : claim.weakKeys()) {
            if (keys.isForgotten(key)) {
                ContactRows.others(connection, tenant, key, after.keySet()).forEach(this::shelve);
                keys.remember(key);
            }
            for (UUID id : keys.holders(key)) {
                Contact contact = after.get(id);
                if (contact != null && claim.mayBe(contact)) {
                    return id;
                }
            }
        }
        return null;
    }

    /// The id of a contact that nobody knows yet; one without any key comes again with the same conversation.
    private UUID fresh(ContactClaim claim) {
        UUID id = claim.ownId();
        return claim.hasKey() && claim.id() == null && after.containsKey(id) ? claim.otherId() : id;
    }

    @Nullable
    Contact after(@Nullable UUID id) {
        return id == null ? null : after.get(id);
    }

    /// Takes the contact away.
    void remove(UUID id) {
        Contact known = after.remove(id);
        if (known != null) {
            keys.remove(known);
        }
    }

    /// Whether the contact differs from what is stored, and the claim has a part in it.
    boolean changes(@Nullable ContactClaim claim, @Nullable UUID id) {
        Contact stored = id == null ? null : before.get(id);
        return stored != null
                && claim != null
                && !stored.equals(after(id))
                && !stored.equals(claim.merged(stored.id(), stored));
    }

    /// The contacts that are new or differ from what is stored.
    List<Contact> changed() {
        return after.values().stream()
                .filter(contact -> !contact.equals(before.get(contact.id())))
                .toList();
    }

    boolean isStored(Contact contact) {
        return before.containsKey(contact.id());
    }

    void write(Instant now) throws SQLException {
        List<Contact> changed = changed();
        List<UUID> known =
                changed.stream().map(Contact::id).filter(before::containsKey).toList();
        List<UUID> gone =
                before.keySet().stream().filter(id -> !after.containsKey(id)).toList();
        ContactRows.remove(connection, tenant, gone);
        ContactRows.write(connection, tenant, changed, known, now);
    }
}
