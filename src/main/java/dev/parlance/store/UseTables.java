package dev.parlance.store;

import dev.parlance.conversation.Message;
import dev.parlance.conversation.TenantId;
import dev.parlance.conversation.Use;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// What replies used, one by one, per conversation, and in all.
final class UseTables {
    private final Connection connection;
    private final TenantId tenant;

    UseTables(Connection connection, TenantId tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    /// Replaces the uses of these conversations.
    void replace(List<Slot> slots) throws SQLException {
        List<Long> numbers = slots.stream()
                .filter(slot -> slot.before() != null)
                .map(Slot::number)
                .toList();
        if (!numbers.isEmpty()) {
            Sql.Values gone = new Sql.Values("int8", numbers);
            Sql.of("delete from resource_use where tenant_id = ? and number = any(?)", tenant.value(), gone)
                    .change(connection);
            Sql.of("delete from resource_conversation where tenant_id = ? and number = any(?)", tenant.value(), gone)
                    .change(connection);
        }
        writeUses(slots);
        writeConversations(slots);
    }

    private void writeUses(List<Slot> slots) throws SQLException {
        Columns rows = new Columns();
        for (Slot slot : slots) {
            List<Message> messages = slot.after().messages();
            for (int position = 0; position < messages.size(); position++) {
                add(rows, slot.number(), position, messages.get(position));
            }
        }
        rows.change(connection, tenant, """
                insert into resource_use (tenant_id, number, position, ordinal, type, resource_id, kind, used_at, name,
                  arguments, result, error)
                select ?, u.* from unnest(?::int8[], ?::int4[], ?::int4[], ?::int2[], ?::text[], ?::int2[],
                  ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::bool[]) u
                """);
    }

    private static void add(Columns rows, long number, int position, Message message) {
        for (int ordinal = 0; ordinal < message.uses().size(); ordinal++) {
            Use use = message.uses().get(ordinal);
            rows.add(
                    number,
                    position,
                    ordinal,
                    use.type(),
                    use.resourceId(),
                    use.kind(),
                    message.at(),
                    use.name(),
                    use.arguments(),
                    use.result(),
                    use.error());
        }
    }

    private void writeConversations(List<Slot> slots) throws SQLException {
        Columns rows = new Columns();
        for (Slot slot : slots) {
            UseTally.of(slot.after().messages())
                    .forEach((key, count) -> rows.add(
                            key.type(),
                            key.resourceId(),
                            key.kind(),
                            slot.number(),
                            count.replies(),
                            count.first(),
                            count.last()));
        }
        rows.change(connection, tenant, """
                insert into resource_conversation (tenant_id, type, resource_id, kind, number, replies, first_used_at,
                  last_used_at)
                select ?, c.* from unnest(?::int2[], ?::text[], ?::int2[], ?::int8[], ?::int4[], ?::timestamptz[],
                  ?::timestamptz[]) c
                """);
    }

    /// Brings the totals up to date with all that changed; the rows per conversation are so already.
    void total(List<Slot> slots) throws SQLException {
        Totals totals = new Totals();
        slots.forEach(totals::add);
        Columns rows = new Columns();
        Columns narrowed = new Columns();
        totals.sums().forEach((resource, sum) -> {
            add(rows, resource, sum);
            if (sum.narrowed()) {
                narrowed.add(resource.type(), resource.id());
            }
        });
        rows.change(connection, tenant, ADD);
        narrowed.change(connection, tenant, DROP);
        narrowed.change(connection, tenant, NARROW);
    }

    private static void add(Columns rows, Totals.Resource resource, Totals.Sum sum) {
        rows.add(
                resource.type(),
                resource.id(),
                sum.conversations(),
                sum.appliedConversations(),
                sum.appliedReplies(),
                sum.availableConversations(),
                sum.availableReplies(),
                sum.handoffs(),
                sum.first(),
                sum.last());
    }

    private static final String ADD = """
            insert into resource_total as t (tenant_id, type, resource_id, conversations, applied_conversations,
              applied_replies, available_conversations, available_replies, handoffs, first_used_at, last_used_at)
            select ?, d.* from unnest(?::int2[], ?::text[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[],
              ?::int8[], ?::timestamptz[], ?::timestamptz[]) d
            on conflict (tenant_id, type, resource_id) do update set
              conversations = t.conversations + excluded.conversations,
              applied_conversations = t.applied_conversations + excluded.applied_conversations,
              applied_replies = t.applied_replies + excluded.applied_replies,
              available_conversations = t.available_conversations + excluded.available_conversations,
              available_replies = t.available_replies + excluded.available_replies,
              handoffs = t.handoffs + excluded.handoffs,
              first_used_at = least(t.first_used_at, excluded.first_used_at),
              last_used_at = greatest(t.last_used_at, excluded.last_used_at)
            """;

    private static final String DROP = """
            delete from resource_total t using (select ?::int as tenant_id) o, unnest(?::int2[], ?::text[]) as r (type, id)
            where t.tenant_id = o.tenant_id and t.type = r.type and t.resource_id = r.id and t.conversations = 0
            """;

    private static final String NARROW = """
            update resource_total t set first_used_at = s.first_used_at, last_used_at = s.last_used_at
            from (
              select o.tenant_id, r.type, r.id, min(c.first_used_at) as first_used_at, max(c.last_used_at) as last_used_at
              from (select ?::int as tenant_id) o, unnest(?::int2[], ?::text[]) as r (type, id), resource_conversation c
              where c.tenant_id = o.tenant_id and c.type = r.type and c.resource_id = r.id
              group by o.tenant_id, r.type, r.id) s
            where t.tenant_id = s.tenant_id and t.type = s.type and t.resource_id = s.id
            """;
}
