package dev.parlance.store;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.StableId;
import dev.parlance.journal.Command;
import dev.parlance.journal.Draft;
import dev.parlance.query.TextField;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a draft says of its contact. `id` is the given UUID, or the one that follows from an id of any other text; such
/// a text is an external id in truth.
///
/// @param adds whether custom data adds to what is known instead of replacing it
record ContactClaim(Draft.ContactDraft given, @Nullable UUID id, String source, String sourceId, boolean adds) {
    /// Says nothing.
    static final Draft.ContactDraft NOTHING =
            new Draft.ContactDraft(null, null, null, null, null, null, null, null, null, null);

    static @Nullable ContactClaim of(Draft draft) {
        return draft.contact() == null ? null : of(draft.contact(), draft.source(), draft.sourceId());
    }

    static ContactClaim of(Draft.ContactDraft given, String source, String sourceId) {
        UUID id = given.id() == null ? null : StableId.of("contact", given.id());
        return new ContactClaim(given, id, source, sourceId, false);
    }

    /// The same, adding to custom data.
    ContactClaim adding() {
        return new ContactClaim(given, id, source, sourceId, true);
    }

    /// What is said of the contact of this id and of no other.
    static ContactClaim certain(UUID id, Draft.ContactDraft given) {
        Draft.ContactDraft named = new Draft.ContactDraft(
                id.toString(),
                given.externalId(),
                given.name(),
                given.email(),
                given.phone(),
                given.customData(),
                given.company(),
                given.nonVerifiedName(),
                given.nonVerifiedEmail(),
                given.nonVerifiedCustomData());
        return new ContactClaim(named, id, "contact", id.toString(), true);
    }

    static ContactClaim of(Command.LinkContact link) {
        String company = link.company().name();
        return certain(
                link.contact(), new Draft.ContactDraft(null, null, null, null, null, null, company, null, null, null));
    }

    static List<ContactClaim> all(List<Draft> drafts) {
        return drafts.stream()
                .map(ContactClaim::of)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    @Nullable
    String externalId() {
        return given.externalId() == null && !isCertain() ? given.id() : given.externalId();
    }

    /// Whether a UUID says who it is.
    boolean isCertain() {
        return given.id() != null && StableId.isUuid(given.id());
    }

    List<ContactKeys.Key> weakKeys() {
        return ContactKeys.Key.of(given.email(), given.phone());
    }

    /// Whether a contact of the same e-mail or phone can be the one that is meant.
    boolean mayBe(Contact contact) {
        return externalId() == null
                || contact.externalId() == null
                || contact.externalId().equals(externalId());
    }

    boolean hasKey() {
        return key() != null;
    }

    /// The id that a new contact gets.
    UUID ownId() {
        if (id != null) {
            return id;
        }
        String key = key();
        return key == null ? StableId.derived("contact", source, sourceId) : StableId.of("contact", key);
    }

    /// The id of a new contact when another one, whose keys have changed since, holds its own.
    UUID otherId() {
        return StableId.derived("contact", Objects.requireNonNullElse(key(), ""), source, sourceId);
    }

    /// Every id under which the contact might be stored.
    Stream<UUID> possibleIds() {
        return Stream.of(ownId(), otherId());
    }

    private @Nullable String key() {
        String email = given.email() == null ? null : TextField.folded(given.email());
        return first(externalId(), first(email, given.phone()));
    }

    /// The contact after this record: given members override, absent ones stay.
    Contact merged(UUID target, @Nullable Contact known) {
        Contact old = known == null ? nobody(target) : known;
        Named company = given.company() == null ? null : new Named(StableId.company(given.company()), given.company());
        return new Contact(
                target,
                first(externalId(), old.externalId()),
                first(given.name(), old.name()),
                first(given.email(), old.email()),
                first(given.phone(), old.phone()),
                customData(old.customData()),
                first(company, old.company()),
                new Contact.NonVerified(
                        first(given.nonVerifiedName(), old.nonVerified().name()),
                        first(given.nonVerifiedEmail(), old.nonVerified().email()),
                        first(given.nonVerifiedCustomData(), old.nonVerified().customData())));
    }

    private @Nullable JsonText customData(@Nullable JsonText known) {
        JsonText members = given.customData();
        if (members == null || !adds) {
            return first(members, known);
        }
        return (known == null ? JsonText.NOTHING : known).with(members);
    }

    private static Contact nobody(UUID id) {
        return new Contact(id, null, null, null, null, null, null, Contact.NonVerified.NOTHING);
    }

    private static <T> @Nullable T first(@Nullable T wanted, @Nullable T otherwise) {
        return wanted == null ? otherwise : wanted;
    }
}
