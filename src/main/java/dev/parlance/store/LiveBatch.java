package dev.parlance.store;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Team;
import dev.parlance.journal.Acting;
import dev.parlance.journal.Change;
import dev.parlance.journal.Circumstances;
import dev.parlance.journal.Command;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Draft;
import dev.parlance.journal.Entry;
import dev.parlance.journal.Outcome;
import dev.parlance.journal.Settled;
import dev.parlance.journal.Settlement;
import dev.parlance.journal.Stamp;
import dev.parlance.problem.Problem;
import dev.parlance.problem.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Deeds of the present that are carried out together: everything they touch is read at once, each meets what those
/// before it left, and all is written at once. A refused one leaves nothing.
final class LiveBatch {
    private final Counters counters;
    private final LiveSlots slots;
    private final LiveSurroundings surroundings;
    private final Receipts receipts;
    private final LiveRecord record;

    private LiveBatch(
            Counters counters, LiveSlots slots, LiveSurroundings surroundings, Receipts receipts, LiveRecord record) {
        this.counters = counters;
        this.slots = slots;
        this.surroundings = surroundings;
        this.receipts = receipts;
        this.record = record;
    }

    static List<Outcome> carryOut(
            Connection connection, Counters counters, Recent recent, List<Command.Live> commands, Telling telling)
            throws SQLException {
        Receipts receipts = Receipts.read(connection, counters.tenant(), commands);
        LiveSlots slots = LiveSlots.read(connection, counters, recent, commands, receipts);
        LiveSurroundings surroundings = LiveSurroundings.read(connection, counters.tenant(), commands, slots, receipts);
        LiveRecord record = new LiveRecord(counters, receipts, slots, surroundings);
        LiveBatch batch = new LiveBatch(counters, slots, surroundings, receipts, record);
        List<Outcome> outcomes = new ArrayList<>(commands.size());
        for (Command.Live command : commands) {
            outcomes.add(batch.outcome(command));
        }
        record.write(connection, telling);
        return outcomes;
    }

    private Outcome outcome(Command.Live command) throws SQLException {
        try {
            Receipts.Receipt known = receipts.find(command.stamp());
            return known == null ? carryOut(command, counters.takeMoment()) : repeated(command, known);
        } catch (Refusal refusal) {
            return new Outcome.Refused(refusal.problem());
        }
    }

    private Outcome carryOut(Command.Live command, Instant now) throws SQLException {
        return switch (command) {
            case Command.Open open -> begin(open.draft(), open.deeds(), open.stamp(), now);
            case Command.Continue on -> goOn(on, now);
            case Command.Act act -> act(slots.get(act.target()), act.deeds(), act.stamp(), now);
            case Command.KeepContact keep -> keep(keep, now);
            case Command.LinkContact link -> link(link, now);
            case Command.KeepChannel keep -> {
                record.channel(keep);
                record.done(
                        keep.stamp(),
                        new Entry(
                                Change.Kind.CHANNEL_KEPT,
                                keep.channel(),
                                keep.stamp().by(),
                                now,
                                null),
                        keep.channel());
                yield new Outcome.ChannelKept(keep.channel());
            }
            case Command.RemoveContact remove -> remove(remove, now);
            case Command.KeepTag keep -> keep(keep, now);
        };
    }

    private Outcome keep(Command.KeepTag keep, Instant now) {
        record.tag(keep);
        record.done(
                keep.stamp(), new Entry(Change.Kind.TAG_KEPT, null, keep.stamp().by(), now, null), null);
        return new Outcome.TagKept(keep.tag());
    }

    private Outcome repeated(Command.Live command, Receipts.Receipt known) {
        return switch (command) {
            case Command.Open open -> repeated(known);
            case Command.Continue on -> repeated(known);
            case Command.Act act -> repeated(known);
            case Command.KeepContact keep -> repeatedContact(known.subject());
            case Command.LinkContact link -> repeatedContact(link.contact());
            case Command.KeepChannel keep -> new Outcome.ChannelKept(keep.channel());
            case Command.RemoveContact remove -> new Outcome.ContactRemoved(remove.contact());
            case Command.KeepTag keep -> new Outcome.TagKept(keep.tag());
        };
    }

    private Outcome repeatedContact(@Nullable UUID id) {
        Contact contact = surroundings.contacts().after(id);
        return contact == null
                ? new Outcome.Refused(new Problem.NotFound("Contact"))
                : new Outcome.ContactKept(contact);
    }

    private Outcome repeated(Receipts.Receipt known) {
        Slot slot = slots.get(Objects.requireNonNull(known.number()));
        List<Message> said = slot.after().messages().stream()
                .filter(each -> known.said().contains(each.id()))
                .toList();
        return new Outcome.Acted(slot.after().conversation(), said, false, true);
    }

    private Outcome goOn(Command.Continue on, Instant now) throws SQLException {
        Slot current = slots.findCurrent(on.draft().links().audienceMembershipId(), on.workspace());
        return current == null
                ? begin(on.draft(), on.deeds(), on.stamp(), now)
                : act(current, on.deeds(), on.stamp(), now);
    }

    private Outcome act(Slot slot, List<Deed> deeds, Stamp stamp, Instant now) {
        Acting acting = new Acting(slot.after(), surroundings, stamp.by(), now);
        acting.carryOut(deeds);
        slot.after(acting.after());
        record.done(stamp, slot, acting);
        return new Outcome.Acted(slot.after().conversation(), acting.said(), false, false);
    }

    private Outcome begin(Draft draft, List<Deed> deeds, Stamp stamp, Instant now) throws SQLException {
        checkFree(draft);
        ContactClaim claim = ContactClaim.of(draft);
        surroundings.check(claim);
        if (draft.team() != null) {
            surroundings.check(draft.team());
        }
        rehearse(draft, deeds, stamp, now);
        Contact contact = claim == null ? null : surroundings.merge(claim);
        Team team = draft.team() == null ? null : surroundings.team(draft.team());
        Slot slot = slots.begin(Settlement.id(draft, null));
        Settled settled = Settlement.settle(draft, new Circumstances(null, contact, team, false, slot.number(), now));
        Acting acting = new Acting(settled, surroundings, stamp.by(), now);
        acting.carryOut(deeds);
        slot.after(acting.after());
        record.began(stamp, slot, acting, now);
        return new Outcome.Acted(slot.after().conversation(), acting.said(), true, false);
    }

    private void checkFree(Draft draft) {
        Settlement.objection(draft).ifPresent(objection -> {
            throw new Problem.Conflict(objection.member() + " " + objection.reason() + ".").refusal();
        });
        if (slots.isTaken(Settlement.id(draft, null))) {
            throw new Problem.Conflict("There is a conversation of the id " + draft.id() + " already.").refusal();
        }
    }

    /// Everything that could be refused is, before contacts and teams change.
    private void rehearse(Draft draft, List<Deed> deeds, Stamp stamp, Instant now) {
        Settled settled = Settlement.settle(draft, new Circumstances(null, null, null, false, 1, now));
        List<Deed> alone = deeds.stream()
                .filter(deed -> !(deed instanceof Deed.Meet || deed instanceof Deed.JoinTeam))
                .toList();
        new Acting(settled, surroundings, stamp.by(), now).carryOut(alone);
    }

    private Outcome keep(Command.KeepContact keep, Instant now) throws SQLException {
        ContactBook contacts = surroundings.contacts();
        boolean known = contacts.after(keep.contact()) != null;
        if (keep.create() && (known || contacts.isTaken(keep.details().externalId()))) {
            throw new Problem.Conflict("There is a contact of this id or external id already.").refusal();
        }
        if (!known && !keep.create()) {
            throw new Problem.NotFound("Contact").refusal();
        }
        ContactClaim claim = ContactClaim.certain(keep.contact(), keep.details());
        surroundings.check(claim);
        Contact contact = Objects.requireNonNull(contacts.after(contacts.merge(claim)));
        if (keep.home() != null) {
            record.home(contact.id(), keep.home());
        }
        Change.Kind kind = keep.create() ? Change.Kind.CONTACT_CREATED : Change.Kind.CONTACT_UPDATED;
        record.done(keep.stamp(), new Entry(kind, contact.id(), keep.stamp().by(), now, null), contact.id());
        return new Outcome.ContactKept(contact);
    }

    private Outcome link(Command.LinkContact link, Instant now) throws SQLException {
        ContactBook contacts = surroundings.contacts();
        if (contacts.after(link.contact()) == null) {
            throw new Problem.NotFound("Contact").refusal();
        }
        Contact contact = Objects.requireNonNull(contacts.after(contacts.merge(ContactClaim.of(link))));
        record.linked(contact.id());
        Entry entry = new Entry(
                Change.Kind.CONTACT_UPDATED, contact.id(), link.stamp().by(), now, null);
        record.done(link.stamp(), entry, contact.id());
        return new Outcome.ContactKept(contact);
    }

    private Outcome remove(Command.RemoveContact remove, Instant now) {
        if (surroundings.contacts().after(remove.contact()) == null) {
            throw new Problem.NotFound("Contact").refusal();
        }
        for (Slot slot : slots.of(remove.contact())) {
            Acting acting =
                    Acting.forgetting(slot.after(), surroundings, remove.stamp().by(), now);
            slot.after(acting.after());
            record.told(slot, acting);
        }
        surroundings.contacts().remove(remove.contact());
        record.done(
                remove.stamp(),
                new Entry(
                        Change.Kind.CONTACT_REMOVED,
                        remove.contact(),
                        remove.stamp().by(),
                        now,
                        null),
                remove.contact());
        return new Outcome.ContactRemoved(remove.contact());
    }
}
