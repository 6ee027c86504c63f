package dev.parlance.tenant;

import dev.parlance.conversation.By;
import dev.parlance.conversation.CatalogTag;
import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Named;
import dev.parlance.journal.Command;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Draft;
import dev.parlance.journal.Outcome;
import dev.parlance.journal.Stamp;
import dev.parlance.journal.Writer;
import dev.parlance.problem.Problem;
import dev.parlance.query.Contacts;
import dev.parlance.query.Row;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The one door for changing a tenant's data in the present. The token's tenant and workspace are underneath, and
/// nothing comes back that the token may not see.
public final class Desk {
    private final Writer writer;
    private final Contacts contacts;

    /// The desk of a writer.
    ///
    /// @param contacts who is in which workspace
    public Desk(Writer writer, Contacts contacts) {
        this.writer = writer;
        this.contacts = contacts;
    }

    /// A conversation after deeds, its messages aside, and the messages they said. `began` when there was none before;
    /// `repeated` when the deeds were done before under the same receipt.
    public record Done(Row row, List<Message> said, boolean began, boolean repeated) {}

    /// Begins a conversation and does deeds to it.
    ///
    /// @throws dev.parlance.problem.Refusal Conflict when the draft's id is taken or a deed is not possible
    public Done open(Access access, Draft draft, List<Deed> deeds, Stamp stamp) {
        checkReach(access, deeds);
        return done(access, new Command.Open(placed(access, draft), deeds, stamp));
    }

    /// Does deeds to the current conversation of the draft's audience membership, or begins the draft.
    public Done goOn(Access access, Draft draft, List<Deed> deeds, Stamp stamp) {
        checkReach(access, deeds);
        return done(access, new Command.Continue(placed(access, draft), workspace(access), deeds, stamp));
    }

    /// Does deeds to a conversation; with `unchangedSince` only if it was last updated then.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound, Conflict, Stale
    public Done act(Access access, UUID conversation, @Nullable Instant unchangedSince, List<Deed> deeds, Stamp stamp) {
        access.require(Permission.CONVERSATIONS_WRITE);
        checkReach(access, deeds);
        Command.Target target = new Command.Target(conversation, workspace(access), unchangedSince);
        return done(access, new Command.Act(target, deeds, stamp));
    }

    public Done act(Access access, UUID conversation, List<Deed> deeds, Stamp stamp) {
        return act(access, conversation, null, deeds, stamp);
    }

    /// Makes a contact, or adds to the one there is.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound, Conflict
    public Contact keepContact(Access access, UUID contact, Draft.ContactDraft details, boolean create, Stamp stamp) {
        access.require(Permission.CONTACTS_WRITE);
        if (!create) {
            checkReach(access, contact);
        }
        UUID home = create ? workspace(access) : null;
        Outcome outcome = write(access, new Command.KeepContact(contact, details, create, home, stamp));
        return ((Outcome.ContactKept) outcome).contact();
    }

    /// The same, and gives the contact with its times.
    public Contacts.Kept keepWhole(
            Access access, UUID contact, Draft.ContactDraft details, boolean create, Stamp stamp) {
        return kept(access, keepContact(access, contact, details, create, stamp));
    }

    private Contacts.Kept kept(Access access, Contact contact) {
        return contacts.find(access.tenant().id(), null, contact.id())
                .orElseThrow(() -> new Problem.NotFound("Contact").refusal());
    }

    /// Makes a contact that is at home in a workspace.
    ///
    /// @throws dev.parlance.problem.Refusal Conflict when there is one of this id
    public Contacts.Kept createContact(
            Access access, UUID contact, Draft.ContactDraft details, UUID home, Stamp stamp) {
        access.require(Permission.CONTACTS_WRITE);
        Outcome outcome = write(access, new Command.KeepContact(contact, details, true, home, stamp));
        return kept(access, ((Outcome.ContactKept) outcome).contact());
    }

    /// A person says which company a contact is of.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound
    public void linkContact(Access access, UUID contact, Named company, Stamp stamp) {
        access.require(Permission.CONTACTS_WRITE);
        checkReach(access, contact);
        write(access, new Command.LinkContact(contact, company, stamp));
    }

    /// Says what a channel that [Premises] has shown is called and whether it is in use; a null leaves it.
    public void keepChannel(
            Access access, UUID channel, @Nullable String displayName, @Nullable Boolean enabled, Stamp stamp) {
        access.require(Permission.CHANNELS_WRITE);
        write(access, new Command.KeepChannel(channel, displayName, enabled, stamp));
    }

    /// Forgets a contact.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound; Forbidden with a token of one workspace, because the contact may
    ///     have talked in others
    public void removeContact(Access access, UUID contact, Stamp stamp) {
        access.require(Permission.CONTACTS_WRITE);
        if (access.workspace() != null) {
            checkReach(access, contact);
            throw new Problem.Forbidden("A token of one workspace cannot remove a contact from all of them.").refusal();
        }
        write(access, new Command.RemoveContact(contact, stamp));
    }

    /// Writes a tag of the catalog; of one that is there `untouched` stays.
    public void keepTag(Access access, CatalogTag tag, Set<CatalogTag.Part> untouched, Stamp stamp) {
        access.require(Permission.CONVERSATIONS_WRITE);
        write(access, new Command.KeepTag(tag, untouched, stamp));
    }

    public void keepTag(Access access, CatalogTag tag, Stamp stamp) {
        keepTag(access, tag, Set.of(), stamp);
    }

    /// Puts conversations of the past, as an import does, in one transaction; the outcomes come in the order of the
    /// drafts.
    ///
    /// @throws dev.parlance.problem.Refusal Forbidden with a token of one workspace, because a record can name any
    public List<Outcome> put(Access access, List<Draft> drafts) {
        checkImports(access);
        return writer.write(
                access.tenant().id(), drafts.stream().map(Command.Put::new).toList());
    }

    /// Refuses who may not put.
    public static void checkImports(Access access) {
        access.require(Permission.CONVERSATIONS_WRITE, Permission.CONTACTS_WRITE);
        if (access.workspace() != null) {
            throw new Problem.Forbidden("An import is not for a token of one workspace.").refusal();
        }
    }

    /// Who holds the token, with the receipt of the request when it has one.
    public static Stamp stamp(Access access, Stamp.@Nullable Receipt receipt) {
        return new Stamp(By.api(access.token().toString()), receipt);
    }

    private static Draft placed(Access access, Draft draft) {
        access.require(Permission.CONVERSATIONS_WRITE);
        boolean elsewhere = access.workspace() != null
                && !access.workspace().name().equals(draft.place().workspace());
        if (elsewhere) {
            throw new Problem.NotFound("Workspace").refusal();
        }
        return draft;
    }

    private void checkReach(Access access, List<Deed> deeds) {
        access.require(Permission.CONVERSATIONS_WRITE);
        deeds.stream()
                .filter(Deed.BelongTo.class::isInstance)
                .map(Deed.BelongTo.class::cast)
                .forEach(belong -> checkReach(access, belong.contact()));
    }

    /// Whoever cannot see a contact cannot change it either.
    private void checkReach(Access access, UUID contact) {
        UUID workspace = workspace(access);
        if (workspace != null
                && contacts.find(access.tenant().id(), workspace, contact).isEmpty()) {
            throw new Problem.NotFound("Contact").refusal();
        }
    }

    private static @Nullable UUID workspace(Access access) {
        return access.workspace() == null ? null : access.workspace().id();
    }

    private Done done(Access access, Command.Live command) {
        Outcome.Acted acted = (Outcome.Acted) write(access, command);
        Row row = Visible.to(access, new Row(acted.conversation(), List.of()));
        return new Done(row, acted.said(), acted.began(), acted.repeated());
    }

    private Outcome write(Access access, Command.Live command) {
        Outcome outcome = writer.write(access.tenant().id(), List.of(command)).getFirst();
        if (outcome instanceof Outcome.Refused refused) {
            throw refused.problem().refusal();
        }
        return outcome;
    }
}
