package dev.parlance.store;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Team;
import dev.parlance.journal.Circumstances;
import dev.parlance.journal.Command;
import dev.parlance.journal.Draft;
import dev.parlance.journal.Outcome;
import dev.parlance.journal.Settled;
import dev.parlance.journal.Settlement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts that are carried out together: everything they touch is read at once, worked out in order, and written at
/// once. Several commands about one thing make one change of it.
final class Batch {
    private final Counters counters;
    private final List<Draft> drafts;
    private final ConversationBook conversations;
    private final ContactBook contacts;
    private final TeamBook teams;
    private final Set<Slot> touched = new LinkedHashSet<>();

    private Batch(
            Counters counters,
            List<Draft> drafts,
            ConversationBook conversations,
            ContactBook contacts,
            TeamBook teams) {
        this.counters = counters;
        this.drafts = drafts;
        this.conversations = conversations;
        this.contacts = contacts;
        this.teams = teams;
    }

    static List<Outcome> carryOut(Connection connection, Counters counters, List<Command.Put> puts)
            throws SQLException {
        List<Draft> drafts = puts.stream().map(Command.Put::draft).toList();
        Batch batch = new Batch(
                counters,
                drafts,
                ConversationBook.read(connection, counters, drafts),
                ContactBook.read(connection, counters.tenant(), ContactClaim.all(drafts)),
                TeamBook.read(connection, counters.tenant(), teams(drafts)));
        List<Outcome> outcomes = batch.outcomes();
        batch.write(connection);
        return outcomes;
    }

    private static List<Draft.TeamDraft> teams(List<Draft> drafts) {
        return drafts.stream()
                .map(Draft::team)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /// What is to be done with a draft.
    private sealed interface Step {
        record Refuse(Outcome.Rejected why) implements Step {}

        record Place(
                Draft draft,
                Slot slot,
                @Nullable UUID contact,
                @Nullable UUID team) implements Step {}
    }

    /// First everyone takes their places, so that each conversation meets contacts and teams as the whole batch leaves
    /// them.
    private List<Outcome> outcomes() throws SQLException {
        List<Step> steps = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            Optional<Outcome.Rejected> objection = findObjection(draft);
            steps.add(objection.isPresent() ? new Step.Refuse(objection.get()) : place(draft));
        }
        return steps.stream().map(this::outcome).toList();
    }

    private Optional<Outcome.Rejected> findObjection(Draft draft) throws SQLException {
        Optional<Outcome.Rejected> simple = Settlement.objection(draft)
                .or(() -> conversations.objection(draft))
                .or(() -> teams.objection(draft.team()));
        return simple.isPresent() ? simple : contacts.objection(ContactClaim.of(draft));
    }

    private Step place(Draft draft) throws SQLException {
        UUID team = draft.team() == null ? null : teams.merge(draft.team());
        return new Step.Place(draft, conversations.claim(draft), contact(draft), team);
    }

    private @Nullable UUID contact(Draft draft) throws SQLException {
        ContactClaim claim = ContactClaim.of(draft);
        return claim == null ? null : contacts.merge(claim);
    }

    private Outcome outcome(Step step) {
        return switch (step) {
            case Step.Refuse refuse -> refuse.why();
            case Step.Place place -> settle(place);
        };
    }

    private Outcome settle(Step.Place place) {
        Slot slot = place.slot();
        Settled before = slot.findAfter();
        Contact contact = contacts.after(place.contact());
        Team team = teams.after(place.team());
        boolean others = contacts.changes(ContactClaim.of(place.draft()), place.contact())
                || teams.changes(place.draft().team(), place.team());
        Settled after = Settlement.settle(
                place.draft(), new Circumstances(before, contact, team, others, slot.number(), counters.now()));
        slot.after(after);
        touched.add(slot);
        if (before == null) {
            return new Outcome.Created(slot.number());
        }
        return after.equals(before) ? new Outcome.Unchanged(slot.number()) : new Outcome.Updated(slot.number());
    }

    private void write(Connection connection) throws SQLException {
        List<Slot> changed = touched.stream().filter(Slot::isChanged).toList();
        Journal journal = new Journal(counters);
        changed.forEach(journal::conversation);
        contacts.changed().stream().filter(contacts::isStored).forEach(journal::contact);
        teams.changed().stream().filter(teams::isStored).forEach(journal::team);
        journal.write(connection);
        contacts.write(counters.now());
        teams.write(connection, counters.tenant());
        PlaceRows.write(connection, counters.tenant(), changed);
        new ConversationTables(connection, counters.tenant(), changed).write();
        Wakes wakes = new Wakes(counters);
        changed.forEach(wakes::addImported);
        wakes.write(connection);
    }
}
