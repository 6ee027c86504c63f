package dev.parlance.query;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tenant's contacts, as they are at this moment, whether they ever talked or not.
///
/// Inside a workspace are those who have a conversation there, and those who were made from there.
public interface Contacts {
    /// A contact and its own times.
    record Kept(Contact contact, Instant created, Instant updated) {}

    /// Which contacts are wanted: those in the workspace, of these times, who have every one of these words in name,
    /// e-mail or phone; null leaves each open. Newest first, ties by the greater id, after `after`.
    record Listing(
            @Nullable UUID workspace,
            Span created,
            Span updated,
            @Nullable List<String> words,
            @Nullable UUID only,
            @Nullable Last after,
            int limit) {
        public Listing {
            words = words == null ? null : List.copyOf(words);
        }

        /// The newest.
        public static Listing first(int limit) {
            return new Listing(null, Span.ALWAYS, Span.ALWAYS, null, null, null, limit);
        }

        public Listing within(@Nullable UUID other) {
            return new Listing(other, created, updated, words, only, after, limit);
        }
    }

    /// The last contact of the page before.
    record Last(Instant created, UUID id) {}

    Optional<Kept> find(TenantId tenant, @Nullable UUID workspace, UUID contact);

    List<Kept> list(TenantId tenant, Listing listing);

    /// Who has all words of a text somewhere in name, e-mail or phone, also inside of words; with an empty text
    /// everybody. Newest first, ties by the greater id.
    record Search(
            @Nullable UUID workspace, String text, @Nullable Last after, int limit) {}

    List<Kept> search(TenantId tenant, Search search);

    /// A contact of this e-mail, else of this phone; in whatever workspace.
    Optional<UUID> findByKeys(TenantId tenant, @Nullable String email, @Nullable String phone);

    /// The moment of the tenant's last change: see [Records#asOf].
    Instant asOf(TenantId tenant);

    /// The audience membership under which contacts of this phone talked last.
    Optional<String> findMembership(TenantId tenant, String phone);

    /// The contact that talked last under an audience membership.
    Optional<UUID> findMember(TenantId tenant, String membership);
}
