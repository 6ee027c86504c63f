package dev.parlance.store;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Settled;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Workspaces and the channels in them, made on first sight. Their ids follow from their names and never change.
final class PlaceRows {
    private PlaceRows() {}

    static void write(Connection connection, TenantId tenant, List<Slot> changed) throws SQLException {
        Columns workspaces = new Columns();
        Columns accounts = new Columns();
        Set<UUID> seen = new HashSet<>();
        for (Slot slot : changed) {
            if (isKnown(slot)) {
                continue;
            }
            Conversation each = slot.after().conversation();
            if (seen.add(each.workspace().id())) {
                workspaces.add(each.workspace().id(), each.workspace().name());
            }
            if (seen.add(each.channelAccount().id())) {
                accounts.add(
                        each.channelAccount().id(),
                        each.workspace().id(),
                        each.channel(),
                        each.channelAccount().name());
            }
        }
        workspaces.change(connection, tenant, """
                insert into workspace (tenant_id, id, name) select ?, w.* from unnest(?::uuid[], ?::text[]) w
                on conflict do nothing
                """);
        accounts.change(connection, tenant, """
                insert into channel_account (tenant_id, id, workspace_id, channel, name)
                select ?, a.* from unnest(?::uuid[], ?::uuid[], ?::int2[], ?::text[]) a
                on conflict do nothing
                """);
    }

    private static boolean isKnown(Slot slot) {
        Settled before = slot.before();
        Conversation after = slot.after().conversation();
        return before != null
                && before.conversation().workspace().equals(after.workspace())
                && before.conversation().channelAccount().equals(after.channelAccount());
    }
}
