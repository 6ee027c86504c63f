package dev.parlance.store;

import dev.parlance.conversation.CatalogTag;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Acting;
import dev.parlance.journal.Change;
import dev.parlance.journal.Command;
import dev.parlance.journal.Effect;
import dev.parlance.journal.Entry;
import dev.parlance.journal.Stamp;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the deeds of a batch come to, gathered in order and written at once.
final class LiveRecord {
    private final Counters counters;
    private final TenantId tenant;
    private final Receipts receipts;
    private final LiveSlots slots;
    private final LiveSurroundings surroundings;
    private final Journal journal;
    private final EffectTables effects;
    private final Map<String, Command.KeepTag> tags = new LinkedHashMap<>();
    private final Sayings people = new Sayings();

    LiveRecord(Counters counters, Receipts receipts, LiveSlots slots, LiveSurroundings surroundings) {
        this.counters = counters;
        this.tenant = counters.tenant();
        this.receipts = receipts;
        this.slots = slots;
        this.surroundings = surroundings;
        this.journal = new Journal(counters);
        this.effects = new EffectTables(counters);
    }

    /// A conversation began.
    void began(Stamp stamp, Slot slot, Acting acting, Instant now) {
        journal.told(slot, new Entry(Change.Kind.CONVERSATION_CREATED, null, stamp.by(), now, null));
        done(stamp, slot, acting);
    }

    /// Deeds were done to a conversation.
    void done(Stamp stamp, Slot slot, Acting acting) {
        told(slot, acting);
        receipts.add(stamp, counters.now(), slot.number(), null, acting.said());
    }

    void told(Slot slot, Acting acting) {
        acting.entries().forEach(entry -> journal.told(slot, entry));
        for (Effect effect : acting.effects()) {
            surroundings.happened(slot.id(), effect);
            effects.add(slot, effect);
        }
    }

    /// Something else was done.
    void done(Stamp stamp, Entry entry, @Nullable UUID subject) {
        journal.told(entry);
        receipts.add(stamp, counters.now(), null, subject, List.<Message>of());
    }

    /// A contact is at home in a workspace.
    void home(UUID contact, UUID workspace) {
        people.home(contact, workspace);
    }

    /// A person chose the contact's company.
    void linked(UUID contact) {
        people.linked(contact);
    }

    void channel(Command.KeepChannel keep) {
        people.channel(keep);
    }

    void tag(Command.KeepTag keep) {
        tags.merge(keep.tag().name(), keep, LiveRecord::both);
    }

    /// Two writings of one tag, the latter over the former.
    private static Command.KeepTag both(Command.KeepTag former, Command.KeepTag latter) {
        Set<CatalogTag.Part> untouched = new HashSet<>(former.untouched());
        untouched.retainAll(latter.untouched());
        CatalogTag tag = latter.tag().keeping(latter.untouched(), former.tag());
        return new Command.KeepTag(tag, untouched, latter.stamp());
    }

    void write(Connection connection, Telling telling) throws SQLException {
        List<Slot> changed = slots.all().stream().filter(Slot::isChanged).toList();
        ContactBook contacts = surroundings.contacts();
        TeamBook teams = surroundings.teams();
        contacts.changed().stream().filter(contacts::isStored).forEach(journal::contact);
        teams.changed().stream().filter(teams::isStored).forEach(journal::team);
        journal.write(connection);
        contacts.write(counters.now());
        people.write(connection, tenant);
        teams.write(connection, tenant);
        PlaceRows.write(connection, tenant, changed);
        new ConversationTables(connection, tenant, changed).write();
        effects.write(connection, tags.values());
        receipts.write(connection, tenant);
        boolean others = contacts.changed().stream().anyMatch(contacts::isStored)
                || teams.changed().stream().anyMatch(teams::isStored);
        if (others) {
            telling.giveUp();
        }
        telling.add(changed);
        Wakes wakes = new Wakes(counters);
        changed.forEach(wakes::add);
        wakes.write(connection);
    }
}
