package dev.parlance.store;

import dev.parlance.conversation.State;
import dev.parlance.conversation.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An audience membership, in one workspace or in all.
record Membership(String id, @Nullable UUID workspace) {
    /// The number of each one's current conversation: the newest that is neither scheduled for later nor ended.
    static Sql current(TenantId tenant, Collection<Membership> memberships) {
        List<String> ids = new ArrayList<>();
        List<String> workspaces = new ArrayList<>();
        for (Membership each : memberships) {
            ids.add(each.id());
            workspaces.add(each.workspace() == null ? "" : each.workspace().toString());
        }
        return Sql.of(
                """
                select c.number from unnest(?::text[], ?::text[]) as m (id, workspace),
                lateral (select number from conversation where tenant_id = ? and audience_membership_id = m.id
                and completed_at is null and state <> ? and (m.workspace = '' or workspace_id = m.workspace::uuid)
                order by activity_at desc, number desc limit 1) c
                """, new Sql.Values("text", ids), new Sql.Values("text", workspaces), tenant.value(), State.SCHEDULED);
    }
}
