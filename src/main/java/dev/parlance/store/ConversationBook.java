package dev.parlance.store;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Draft;
import dev.parlance.journal.Outcome;
import dev.parlance.journal.Settled;
import dev.parlance.journal.Settlement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The conversations that a batch is about, found by their origins, and who has the ids and numbers that it asks for.
/// Statements look up value by value (`lateral`, `limit 1`), for a fresh table has no statistics to plan a join by.
final class ConversationBook {
    private final Map<Conversation.Origin, Slot> slots = new LinkedHashMap<>();
    private final Map<UUID, Long> numbersById = new HashMap<>();
    private final Set<Long> taken = new HashSet<>();
    private final Counters counters;

    private ConversationBook(Counters counters) {
        this.counters = counters;
    }

    static ConversationBook read(Connection connection, Counters counters, List<Draft> drafts) throws SQLException {
        ConversationBook book = new ConversationBook(counters);
        TenantId tenant = counters.tenant();
        book.shelve(connection, tenant, stored(connection, tenant, drafts));
        List<UUID> ids = drafts.stream()
                .map(draft -> Settlement.id(draft, null))
                .distinct()
                .toList();
        List<Long> numbers =
                drafts.stream().map(Draft::number).filter(Objects::nonNull).toList();
        Sql.of("""
                select c.id, c.number from unnest(?::uuid[]) as a (id),
                lateral (select id, number from conversation where tenant_id = ? and id = a.id limit 1) c
                union all
                select c.id, c.number from unnest(?::int8[]) as a (number),
                lateral (select id, number from conversation where tenant_id = ? and number = a.number limit 1) c
                """, new Sql.Values("uuid", ids), tenant.value(), new Sql.Values("int8", numbers), tenant.value())
                .ask(connection, book::holders);
        return book;
    }

    private static List<Long> stored(Connection connection, TenantId tenant, List<Draft> drafts) throws SQLException {
        Columns origins = new Columns();
        drafts.forEach(draft -> origins.add(draft.source(), draft.sourceId()));
        return origins.ask(connection, tenant, """
                select distinct f.number
                from (select ?::int as tenant_id) t, unnest(?::text[], ?::text[]) as o (source, source_id),
                lateral (select d.number from conversation_detail d where d.tenant_id = t.tenant_id
                and d.source = o.source and d.source_id = o.source_id limit 1) f
                """, rows -> {
            List<Long> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        });
    }

    private void shelve(Connection connection, TenantId tenant, List<Long> numbers) throws SQLException {
        if (numbers.isEmpty()) {
            return;
        }
        Map<Long, List<Message>> messages = TranscriptRows.read(connection, tenant, numbers);
        Sql all = Sql.of("select unnest(?) as number", new Sql.Values("int8", numbers));
        List<Conversation> found = ConversationRows.select(tenant, all, "c.number")
                .ask(connection, rows -> {
                    List<Conversation> conversations = new ArrayList<>();
                    while (rows.next()) {
                        conversations.add(ConversationRows.conversation(rows));
                    }
                    return conversations;
                });
        for (Conversation each : found) {
            Settled settled = new Settled(each, messages.getOrDefault(each.number(), List.of()));
            slots.put(each.origin(), new Slot(each.number(), each.id(), settled));
            hold(each.id(), each.number());
        }
    }

    private int holders(ResultSet rows) throws SQLException {
        while (rows.next()) {
            hold(Objects.requireNonNull(rows.getObject(1, UUID.class)), rows.getLong(2));
        }
        return taken.size();
    }

    private void hold(UUID id, long number) {
        numbersById.put(id, number);
        taken.add(number);
    }

    /// What forbids this draft beside those that came before it.
    Optional<Outcome.Rejected> objection(Draft draft) {
        Slot slot = slots.get(origin(draft));
        Long holder = numbersById.get(Settlement.id(draft, slot == null ? null : slot.id()));
        if (holder != null && (slot == null || slot.number() != holder)) {
            return rejected("id", "belongs to another conversation");
        }
        Long number = draft.number();
        if (number == null || (slot != null && slot.number() == number)) {
            return Optional.empty();
        }
        if (taken.contains(number)) {
            return rejected("ticket_number", "is taken by another conversation");
        }
        return slot == null
                ? Optional.empty()
                : rejected("ticket_number", "differs from the one that the conversation has already");
    }

    private static Optional<Outcome.Rejected> rejected(String member, String reason) {
        return Optional.of(new Outcome.Rejected(member, reason));
    }

    /// The conversation that the draft creates or replaces; from now on its id and number are its own.
    Slot claim(Draft draft) {
        Slot known = slots.get(origin(draft));
        UUID id = Settlement.id(draft, known == null ? null : known.id());
        Slot slot = known == null ? new Slot(number(draft.number()), id, null) : known;
        numbersById.remove(slot.id());
        slot.id(id);
        hold(id, slot.number());
        slots.put(origin(draft), slot);
        return slot;
    }

    private long number(@Nullable Long given) {
        if (given == null) {
            return counters.takeNumber();
        }
        counters.use(given);
        return given;
    }

    Collection<Slot> slots() {
        return slots.values();
    }

    private static Conversation.Origin origin(Draft draft) {
        return new Conversation.Origin(draft.source(), draft.sourceId());
    }
}
