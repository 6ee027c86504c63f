package dev.parlance.store;

import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/// What people say beside conversations: where a contact is at home, which company it is of, what a channel is called.
final class Sayings {
    private final Columns homes = new Columns();
    private final Columns linked = new Columns();
    private final Columns channels = new Columns();

    void home(UUID contact, UUID workspace) {
        homes.add(contact, workspace);
    }

    void linked(UUID contact) {
        linked.add(contact);
    }

    void channel(Command.KeepChannel keep) {
        channels.add(keep.channel(), keep.displayName(), keep.enabled());
    }

    /// Writes them, when the contacts are there.
    void write(Connection connection, TenantId tenant) throws SQLException {
        homes.change(connection, tenant, """
                insert into contact_workspace (tenant_id, contact_id, workspace_id)
                select ?, h.* from unnest(?::uuid[], ?::uuid[]) h on conflict do nothing
                """);
        linked.change(
                connection,
                tenant,
                "update contact set linked = true where tenant_id = ? and id = any(?::text[]::uuid[])");
        channels.change(connection, tenant, """
                update channel_account a
                set display_name = coalesce(k.display_name, a.display_name), enabled = coalesce(k.enabled, a.enabled)
                from (select ?::int as tenant_id) t, (
                  select c.id, (array_agg(c.name order by c.place desc) filter (where c.name is not null))[1] as display_name,
                    (array_agg(c.enabled order by c.place desc) filter (where c.enabled is not null))[1] as enabled
                  from unnest(?::text[]::uuid[], ?::text[], ?::bool[]) with ordinality as c (id, name, enabled, place)
                  group by c.id) k
                where a.tenant_id = t.tenant_id and a.id = k.id
                """);
    }
}
