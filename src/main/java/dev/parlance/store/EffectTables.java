package dev.parlance.store;

import dev.parlance.conversation.CatalogTag;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Change;
import dev.parlance.journal.Effect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What deeds leave beside conversations: attention items, satisfaction, the catalog of tags, notes blacked out.
final class EffectTables {
    private final Counters counters;
    private final Columns raised = new Columns();
    private final Columns settled = new Columns();
    private final Columns rated = new Columns();
    private final List<Long> redacted = new ArrayList<>();

    EffectTables(Counters counters) {
        this.counters = counters;
    }

    void add(Slot slot, Effect effect) {
        switch (effect) {
            case Effect.AttentionRaised item ->
                raised.add(item.item(), slot.number(), item.type(), item.reason(), item.at());
            case Effect.AttentionSettled item -> settled.add(item.item(), item.at());
            case Effect.Rated rating ->
                rated.add(
                        slot.number(),
                        StableId.derived("satisfaction", slot.id().toString()),
                        rating.score(),
                        rating.comment(),
                        rating.at());
            case Effect.NotesRedacted notes -> redacted.add(slot.number());
        }
    }

    void write(Connection connection, Collection<CatalogTag> tags) throws SQLException {
        TenantId tenant = counters.tenant();
        raised.change(connection, tenant, """
                insert into attention_item (tenant_id, id, number, type, reason, raised_at)
                select ?, i.* from unnest(?::uuid[], ?::int8[], ?::text[], ?::text[], ?::timestamptz[]) i
                on conflict do nothing
                """);
        settled.change(connection, tenant, """
                update attention_item i set settled_at = s.at
                from (select ?::int as tenant_id) t, unnest(?::uuid[], ?::timestamptz[]) as s (id, at)
                where i.tenant_id = t.tenant_id and i.id = s.id and i.settled_at is null
                """);
        rated.change(connection, tenant, """
                insert into satisfaction as own (tenant_id, number, id, score, comment, created_at, updated_at)
                select distinct on (r.number) ?, r.number, r.id, r.score, r.comment, r.at, r.at
                from unnest(?::int8[], ?::uuid[], ?::int4[], ?::text[], ?::timestamptz[])
                  with ordinality as r (number, id, score, comment, at, place)
                order by r.number, r.place desc
                on conflict (tenant_id, number) do update
                set score = excluded.score, comment = excluded.comment, updated_at = excluded.updated_at
                """);
        write(connection, tenant, tags);
        redact(connection, tenant);
    }

    private void write(Connection connection, TenantId tenant, Collection<CatalogTag> tags) throws SQLException {
        Columns rows = new Columns();
        tags.forEach(tag ->
                rows.add(tag.name(), tag.description(), tag.excludedFromAutoTagging(), tag.category(), counters.now()));
        rows.change(connection, tenant, """
                insert into tag (tenant_id, name, description, excluded, category, created_at, updated_at)
                select ?, t.name, t.description, t.excluded, t.category, t.at, t.at
                from unnest(?::text[], ?::text[], ?::bool[], ?::uuid[], ?::timestamptz[])
                  as t (name, description, excluded, category, at)
                on conflict (tenant_id, name) do update set description = excluded.description,
                  excluded = excluded.excluded, category = excluded.category, updated_at = excluded.updated_at
                """);
    }

    private void redact(Connection connection, TenantId tenant) throws SQLException {
        if (!redacted.isEmpty()) {
            Sql.Values numbers = new Sql.Values("int8", redacted);
            Sql.of(
                            "update journal set detail = null where tenant_id = ? and number = any(?) and kind = ?",
                            tenant.value(),
                            numbers,
                            Change.Kind.NOTED)
                    .change(connection);
            Sql.of(
                            "update satisfaction set comment = null where tenant_id = ? and number = any(?)",
                            tenant.value(),
                            numbers)
                    .change(connection);
            Sql.of(
                            "update attention_item set reason = null where tenant_id = ? and number = any(?)",
                            tenant.value(),
                            numbers)
                    .change(connection);
        }
    }
}
