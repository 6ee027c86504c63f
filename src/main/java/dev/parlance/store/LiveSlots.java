package dev.parlance.store;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.State;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Acting;
import dev.parlance.journal.Command;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Settled;
import dev.parlance.journal.Settlement;
import dev.parlance.problem.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The conversations that deeds are about. Transcripts are read where a deed needs them.
final class LiveSlots {
    private final Counters counters;
    private final Map<Long, Slot> byNumber = new LinkedHashMap<>();
    private final Map<UUID, Slot> byId = new HashMap<>();

    private LiveSlots(Counters counters) {
        this.counters = counters;
    }

    static LiveSlots read(
            Connection connection, Counters counters, Recent recent, List<Command.Live> commands, Receipts receipts)
            throws SQLException {
        LiveSlots slots = new LiveSlots(counters);
        Named named = new Named();
        commands.forEach(named::add);
        Set<Long> whole = new HashSet<>(receipts.numbers());
        List<Conversation> found = new ArrayList<>(named.takeKnown(counters, recent));
        found.addAll(named.find(connection, counters.tenant(), whole));
        found.stream().filter(named::needsTranscript).forEach(each -> whole.add(each.number()));
        Map<Long, List<Message>> transcripts =
                whole.isEmpty() ? Map.of() : TranscriptRows.read(connection, counters.tenant(), List.copyOf(whole));
        for (Conversation each : found) {
            slots.put(
                    whole.contains(each.number())
                            ? new Slot(
                                    each.number(),
                                    each.id(),
                                    new Settled(each, transcripts.getOrDefault(each.number(), List.of())))
                            : Slot.untold(each));
        }
        return slots;
    }

    private void put(Slot slot) {
        byNumber.put(slot.number(), slot);
        byId.put(slot.id(), slot);
    }

    /// The names under which commands mean conversations.
    private static final class Named {
        private final Set<UUID> ids = new HashSet<>();
        private final Set<UUID> whole = new HashSet<>();
        private final Set<Membership> memberships = new HashSet<>();
        private final Set<String> wholeMemberships = new HashSet<>();
        private final Set<UUID> contacts = new HashSet<>();

        void add(Command.Live command) {
            switch (command) {
                case Command.Open open -> ids.add(Settlement.id(open.draft(), null));
                case Command.Continue on -> {
                    ids.add(Settlement.id(on.draft(), null));
                    add(on.draft().links().audienceMembershipId(), on.workspace(), on.deeds());
                }
                case Command.Act act -> {
                    ids.add(act.target().id());
                    if (needTranscript(act.deeds())) {
                        whole.add(act.target().id());
                    }
                }
                case Command.RemoveContact remove -> contacts.add(remove.contact());
                case Command.KeepContact keep -> {}
                case Command.LinkContact link -> {}
                case Command.KeepChannel keep -> {}
                case Command.KeepTag keep -> {}
            }
        }

        private void add(@Nullable String membership, @Nullable UUID workspace, List<Deed> deeds) {
            if (membership != null) {
                memberships.add(new Membership(membership, workspace));
                if (needTranscript(deeds)) {
                    wholeMemberships.add(membership);
                }
            }
        }

        private static boolean needTranscript(List<Deed> deeds) {
            return deeds.stream().anyMatch(Acting::needsTranscript);
        }

        boolean needsTranscript(Conversation conversation) {
            String membership = conversation.links().audienceMembershipId();
            return whole.contains(conversation.id()) || (membership != null && wholeMemberships.contains(membership));
        }

        /// Those that need not be read.
        List<Conversation> takeKnown(Counters counters, Recent recent) {
            boolean byOtherNames = !memberships.isEmpty() || !contacts.isEmpty();
            if (byOtherNames) {
                return List.of();
            }
            List<Conversation> taken = ids.stream()
                    .flatMap(id -> recent.find(counters.tenant(), counters.seq(), id).stream())
                    .toList();
            taken.forEach(each -> ids.remove(each.id()));
            return taken;
        }

        List<Conversation> find(Connection connection, TenantId tenant, Set<Long> numbers) throws SQLException {
            if (ids.isEmpty() && numbers.isEmpty() && memberships.isEmpty() && contacts.isEmpty()) {
                return List.of();
            }
            Sql named = Sql.of("""
                    select c.number from unnest(?::uuid[]) as a (id),
                    lateral (select number from conversation where tenant_id = ? and id = a.id limit 1) c
                    """, new Sql.Values("uuid", List.copyOf(ids)), tenant.value());
            if (!numbers.isEmpty()) {
                named = named.and("union select unnest(?::int8[])", new Sql.Values("int8", List.copyOf(numbers)));
            }
            if (!memberships.isEmpty()) {
                named = named.and("union").and(Membership.current(tenant, memberships));
            }
            if (!contacts.isEmpty()) {
                named = named.and(
                        "union select number from conversation where tenant_id = ? and contact_id = any(?)",
                        tenant.value(),
                        new Sql.Values("uuid", List.copyOf(contacts)));
            }
            return ConversationRows.select(tenant, named, "c.number").ask(connection, rows -> {
                List<Conversation> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(ConversationRows.conversation(rows));
                }
                return found;
            });
        }
    }

    Collection<Slot> all() {
        return byNumber.values();
    }

    Slot get(long number) {
        return Objects.requireNonNull(byNumber.get(number));
    }

    /// The conversation that is meant.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound, or Stale when it changed since the caller saw it
    Slot get(Command.Target target) {
        Slot slot = byId.get(target.id());
        boolean elsewhere = slot != null
                && target.workspace() != null
                && !target.workspace()
                        .equals(slot.after().conversation().workspace().id());
        if (slot == null || elsewhere) {
            throw new Problem.NotFound("Conversation").refusal();
        }
        boolean stale = target.unchangedSince() != null
                && !target.unchangedSince()
                        .equals(slot.after().conversation().times().updated());
        if (stale) {
            throw new Problem.Stale("The conversation was changed meanwhile.").refusal();
        }
        return slot;
    }

    boolean isTaken(UUID id) {
        return byId.containsKey(id);
    }

    /// The newest conversation of the membership that is neither scheduled for later nor ended.
    @Nullable
    Slot findCurrent(@Nullable String membership, @Nullable UUID workspace) {
        return current(membership)
                .filter(slot -> workspace == null
                        || workspace.equals(
                                slot.after().conversation().workspace().id()))
                .max(Comparator.comparing((Slot slot) ->
                                slot.after().conversation().times().activity())
                        .thenComparingLong(Slot::number))
                .orElse(null);
    }

    private Stream<Slot> current(@Nullable String membership) {
        return membership == null
                ? Stream.empty()
                : byNumber.values().stream().filter(slot -> {
                    Conversation each = slot.after().conversation();
                    return !each.state().ended()
                            && each.state() != State.SCHEDULED
                            && membership.equals(each.links().audienceMembershipId());
                });
    }

    /// Every conversation with the contact.
    List<Slot> of(UUID contact) {
        return byNumber.values().stream()
                .filter(slot -> {
                    Contact own = slot.after().conversation().contact();
                    return own != null && own.id().equals(contact);
                })
                .toList();
    }

    /// A place for a new conversation.
    Slot begin(UUID id) {
        long taken = counters.takeNumber();
        Slot slot = new Slot(taken, id, null);
        put(slot);
        return slot;
    }
}
