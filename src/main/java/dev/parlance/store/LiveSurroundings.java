package dev.parlance.store;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Team;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Command;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Draft;
import dev.parlance.journal.Effect;
import dev.parlance.journal.Outcome;
import dev.parlance.journal.Surroundings;
import dev.parlance.problem.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The contacts, teams and attention items that deeds touch: as they are stored, and as the deeds leave them so far.
final class LiveSurroundings implements Surroundings {
    private final ContactBook contacts;
    private final TeamBook teams;
    private final Map<UUID, Set<UUID>> attention = new HashMap<>();
    private final Map<UUID, Set<UUID>> openAttention = new HashMap<>();

    private LiveSurroundings(ContactBook contacts, TeamBook teams) {
        this.contacts = contacts;
        this.teams = teams;
    }

    static LiveSurroundings read(
            Connection connection, TenantId tenant, List<Command.Live> commands, LiveSlots slots, Receipts receipts)
            throws SQLException {
        List<ContactClaim> claims = new ArrayList<>();
        List<Draft.TeamDraft> teams = new ArrayList<>();
        Set<UUID> watched = new HashSet<>();
        receipts.subjects().forEach(id -> claims.add(ContactClaim.certain(id, ContactClaim.NOTHING)));
        for (Command.Live command : commands) {
            draft(command).ifPresent(draft -> {
                Stream.ofNullable(ContactClaim.of(draft)).forEach(claims::add);
                Stream.ofNullable(draft.team()).forEach(teams::add);
            });
            claims(command, slots).forEach(claims::add);
            for (Deed deed : deeds(command)) {
                if (deed instanceof Deed.JoinTeam join && join.team() != null) {
                    teams.add(join.team());
                }
                if (deed instanceof Deed.RaiseAttention raise) {
                    watched.add(raise.item());
                }
                if (deed instanceof Deed.SettleAttention settle) {
                    watched.add(settle.item());
                }
            }
        }
        LiveSurroundings surroundings = new LiveSurroundings(
                ContactBook.read(connection, tenant, claims), TeamBook.read(connection, tenant, teams));
        surroundings.readAttention(connection, tenant, watched);
        return surroundings;
    }

    private static Optional<Draft> draft(Command.Live command) {
        return switch (command) {
            case Command.Open open -> Optional.of(open.draft());
            case Command.Continue on -> Optional.of(on.draft());
            case Command.Act act -> Optional.empty();
            case Command.KeepContact keep -> Optional.empty();
            case Command.RemoveContact remove -> Optional.empty();
            case Command.LinkContact link -> Optional.empty();
            case Command.KeepChannel keep -> Optional.empty();
            case Command.KeepTag keep -> Optional.empty();
        };
    }

    private static List<Deed> deeds(Command.Live command) {
        return switch (command) {
            case Command.Open open -> open.deeds();
            case Command.Continue on -> on.deeds();
            case Command.Act act -> act.deeds();
            case Command.KeepContact keep -> List.of();
            case Command.RemoveContact remove -> List.of();
            case Command.LinkContact link -> List.of();
            case Command.KeepChannel keep -> List.of();
            case Command.KeepTag keep -> List.of();
        };
    }

    private static Stream<ContactClaim> claims(Command.Live command, LiveSlots slots) {
        Stream<ContactClaim> met = Stream.concat(
                met(command, slots),
                deeds(command).stream()
                        .filter(Deed.BelongTo.class::isInstance)
                        .map(Deed.BelongTo.class::cast)
                        .map(belong -> ContactClaim.certain(belong.contact(), ContactClaim.NOTHING)));
        return switch (command) {
            case Command.KeepContact keep -> Stream.of(ContactClaim.certain(keep.contact(), keep.details()));
            case Command.LinkContact link -> Stream.of(ContactClaim.of(link));
            case Command.KeepChannel keep -> Stream.of();
            case Command.RemoveContact remove ->
                Stream.of(ContactClaim.certain(remove.contact(), ContactClaim.NOTHING));
            case Command.Open open -> met;
            case Command.Continue on -> met;
            case Command.Act act -> met;
            case Command.KeepTag keep -> Stream.of();
        };
    }

    private static Stream<ContactClaim> met(Command.Live command, LiveSlots slots) {
        return deeds(command).stream()
                .filter(Deed.Meet.class::isInstance)
                .map(Deed.Meet.class::cast)
                .flatMap(meet ->
                        slots.all().stream().map(slot -> claim(slot.after().conversation(), meet.contact())));
    }

    private void readAttention(Connection connection, TenantId tenant, Set<UUID> items) throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        Sql.of("""
                select i.id, c.id, i.settled_at from attention_item i
                join conversation c on c.tenant_id = i.tenant_id and c.number = i.number
                where i.tenant_id = ? and i.id = any(?)
                """, tenant.value(), new Sql.Values("uuid", List.copyOf(items))).ask(connection, rows -> {
            while (rows.next()) {
                Cells cells = new Cells(rows);
                UUID item = cells.id();
                UUID conversation = cells.id();
                of(attention, conversation).add(item);
                if (cells.findInstant() == null) {
                    of(openAttention, conversation).add(item);
                }
            }
            return items;
        });
    }

    private static Set<UUID> of(Map<UUID, Set<UUID>> items, UUID conversation) {
        return items.computeIfAbsent(conversation, none -> new HashSet<>());
    }

    ContactBook contacts() {
        return contacts;
    }

    TeamBook teams() {
        return teams;
    }

    /// Remembers what a deed did to attention items.
    void happened(UUID conversation, Effect effect) {
        switch (effect) {
            case Effect.AttentionRaised raised -> {
                of(attention, conversation).add(raised.item());
                of(openAttention, conversation).add(raised.item());
            }
            case Effect.AttentionSettled settled ->
                of(openAttention, conversation).remove(settled.item());
            case Effect.Rated rated -> {}
            case Effect.NotesRedacted redacted -> {}
            case Effect.FileKept kept -> {}
        }
    }

    void check(@Nullable ContactClaim claim) throws SQLException {
        contacts.objection(claim).ifPresent(LiveSurroundings::refuse);
    }

    Contact merge(ContactClaim claim) throws SQLException {
        return Objects.requireNonNull(contacts.after(contacts.merge(claim)));
    }

    private static ContactClaim claim(Conversation conversation, Draft.ContactDraft given) {
        return conversation.contact() == null
                ? ContactClaim.of(given, "conversation", conversation.id().toString())
                        .adding()
                : ContactClaim.certain(conversation.contact().id(), given);
    }

    @Override
    public void check(Conversation conversation, Draft.ContactDraft given) {
        try {
            check(claim(conversation, given));
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    @Override
    public Contact meet(Conversation conversation, Draft.ContactDraft given) {
        try {
            return merge(claim(conversation, given));
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    @Override
    public Contact contact(UUID id) {
        Contact known = contacts.after(id);
        if (known == null) {
            throw new Problem.NotFound("Contact").refusal();
        }
        return known;
    }

    @Override
    public void check(Draft.TeamDraft given) {
        teams.objection(given).ifPresent(LiveSurroundings::refuse);
    }

    @Override
    public Team team(Draft.TeamDraft given) {
        return Objects.requireNonNull(teams.after(teams.merge(given)));
    }

    @Override
    public Set<UUID> openAttention(Conversation conversation) {
        return openAttention.getOrDefault(conversation.id(), Set.of());
    }

    @Override
    public boolean hasAttention(Conversation conversation, UUID item) {
        return attention.getOrDefault(conversation.id(), Set.of()).contains(item);
    }

    private static void refuse(Outcome.Rejected objection) {
        throw new Problem.Conflict(objection.member() + " " + objection.reason() + ".").refusal();
    }
}
