package dev.parlance.tenant;

import dev.parlance.conversation.Conversation;
import dev.parlance.problem.Problem;
import dev.parlance.query.Contacts;
import dev.parlance.query.Satisfaction;
import dev.parlance.query.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The one door for reading what a tenant has beside conversations: contacts, the catalog of tags, satisfaction. The
/// token's tenant and workspace are underneath.
public final class Directory {
    private final Contacts contacts;
    private final Tags tags;
    private final Satisfaction satisfaction;

    public Directory(Contacts contacts, Tags tags, Satisfaction satisfaction) {
        this.contacts = contacts;
        this.tags = tags;
        this.satisfaction = satisfaction;
    }

    /// One contact.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound, whether nobody has it or another does; Forbidden without
    ///     `contacts:read`
    public Contacts.Kept getContact(Access access, UUID contact) {
        access.require(Permission.CONTACTS_READ);
        return contacts.find(access.tenant().id(), workspace(access), contact)
                .orElseThrow(() -> new Problem.NotFound("Contact").refusal());
    }

    /// Contacts as the listing wants them, inside the token's workspace.
    public List<Contacts.Kept> listContacts(Access access, Contacts.Listing listing) {
        access.require(Permission.CONTACTS_READ);
        return contacts.list(access.tenant().id(), within(access, listing));
    }

    /// The same for who may read what contacts say.
    public List<Contacts.Kept> searchContacts(Access access, Contacts.Listing listing) {
        access.require(Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_READ_SENSITIVE);
        return contacts.list(access.tenant().id(), within(access, listing));
    }

    /// Who is found by a text, inside the token's workspace.
    public List<Contacts.Kept> searchContacts(Access access, Contacts.Search search) {
        access.require(Permission.CONTACTS_READ);
        UUID own = workspace(access) == null ? search.workspace() : workspace(access);
        return contacts.search(
                access.tenant().id(), new Contacts.Search(own, search.text(), search.after(), search.limit()));
    }

    /// The contact of a conversation that [Archive] has shown, with its times.
    public Optional<Contacts.Kept> findContact(Access access, Conversation conversation) {
        access.require(Permission.CONVERSATIONS_READ);
        return conversation.contact() == null
                ? Optional.empty()
                : contacts.find(
                        access.tenant().id(), null, conversation.contact().id());
    }

    /// Whom to write to: a contact of this e-mail, else of this phone.
    public Optional<UUID> findAddressee(Access access, @Nullable String email, @Nullable String phone) {
        access.require(Permission.CONVERSATIONS_WRITE);
        return contacts.findByKeys(access.tenant().id(), email, phone);
    }

    /// Whether there is a contact to write to.
    public boolean isContact(Access access, UUID contact) {
        access.require(Permission.CONVERSATIONS_WRITE);
        return contacts.find(access.tenant().id(), workspace(access), contact).isPresent();
    }

    /// The moment of the last change: see [Archive#asOf].
    public Instant asOf(Access access) {
        access.require(Permission.CONTACTS_READ);
        return contacts.asOf(access.tenant().id());
    }

    /// The audience membership under which somebody of this phone talked last.
    public Optional<String> findMembership(Access access, String phone) {
        access.require(Permission.CONVERSATIONS_WRITE);
        return contacts.findMembership(access.tenant().id(), phone);
    }

    /// Who talked last under an audience membership.
    public Optional<UUID> findMember(Access access, String membership) {
        access.require(Permission.CONVERSATIONS_WRITE);
        return contacts.findMember(access.tenant().id(), membership);
    }

    /// The catalog of tags, which all workspaces share.
    public List<Tags.Kept> listTags(Access access) {
        access.require(Permission.CONVERSATIONS_READ);
        return tags.list(access.tenant().id());
    }

    /// How satisfied the contact of a conversation was that [Archive] has shown.
    public Optional<Satisfaction.Score> findScore(Access access, Conversation conversation) {
        access.require(Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_READ_SENSITIVE);
        return satisfaction.find(access.tenant().id(), conversation.number());
    }

    private static Contacts.Listing within(Access access, Contacts.Listing listing) {
        return access.workspace() == null ? listing : listing.within(workspace(access));
    }

    private static @Nullable UUID workspace(Access access) {
        return access.workspace() == null ? null : access.workspace().id();
    }
}
