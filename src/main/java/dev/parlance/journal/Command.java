package dev.parlance.journal;

import dev.parlance.conversation.CatalogTag;
import dev.parlance.conversation.Named;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change that is wanted. Everything that changes a tenant's data is one of these and goes through [Writer].
public sealed interface Command {
    /// Put a conversation from outside: creates it, or replaces what the same source and source id put before.
    record Put(Draft draft) implements Command {}

    /// Somebody's deed in the present: carried out, or refused with a reason and nothing changed.
    sealed interface Live extends Command {
        Stamp stamp();
    }

    /// Begins a conversation with the draft's id, which must be free, and does `deeds` to it.
    record Open(Draft draft, List<Deed> deeds, Stamp stamp) implements Live {
        public Open {
            deeds = List.copyOf(deeds);
        }
    }

    /// Does `deeds` to the newest conversation with the draft's audience membership that is neither scheduled for later
    /// nor ended, inside `workspace` when one is given; begins the draft when there is none.
    record Continue(Draft draft, @Nullable UUID workspace, List<Deed> deeds, Stamp stamp) implements Live {
        public Continue {
            deeds = List.copyOf(deeds);
        }
    }

    /// Does `deeds` to a conversation.
    record Act(Target target, List<Deed> deeds, Stamp stamp) implements Live {
        public Act {
            deeds = List.copyOf(deeds);
        }
    }

    /// Which conversation. Not found outside `workspace`, when one is given; in conflict when it was updated since
    /// `unchangedSince`, when that is given.
    record Target(
            UUID id, @Nullable UUID workspace, @Nullable Instant unchangedSince) {
        public static Target of(UUID id) {
            return new Target(id, null, null);
        }
    }

    /// Makes a contact of this id (`create`), or adds to the one there is; absent members stay, and members of the
    /// custom data are added to what is known, or with null taken away. A new one is at home in the workspace, when one
    /// is given.
    record KeepContact(
            UUID contact,
            Draft.ContactDraft details,
            boolean create,
            @Nullable UUID home,
            Stamp stamp) implements Live {}

    /// A person says which company the contact is of.
    record LinkContact(UUID contact, Named company, Stamp stamp) implements Live {}

    /// What people call a channel, and whether it is in use; a null leaves what is known. There must be such a channel.
    record KeepChannel(
            UUID channel,
            @Nullable String displayName,
            @Nullable Boolean enabled,
            Stamp stamp) implements Live {}

    /// Forgets a contact; its conversations stay without one.
    record RemoveContact(UUID contact, Stamp stamp) implements Live {}

    /// Writes a tag of the catalog, by name; of one that is there `untouched` stays.
    record KeepTag(CatalogTag tag, Set<CatalogTag.Part> untouched, Stamp stamp) implements Live {
        public KeepTag {
            untouched = Set.copyOf(untouched);
        }
    }
}
