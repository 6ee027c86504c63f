package dev.parlance.store;

import dev.parlance.conversation.CatalogTag;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Change;
import dev.parlance.journal.Command;
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
    private final List<PostgresFiles.Small> files = new ArrayList<>();

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
            case Effect.FileKept file ->
                files.add(new PostgresFiles.Small(slot.number(), file.name(), file.mediaType(), file.bytes()));
        }
    }

    void write(Connection connection, Collection<Command.KeepTag> tags) throws SQLException {
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
        for (PostgresFiles.Small file : files) {
            PostgresFiles.keep(connection, tenant, file);
        }
    }

    private void write(Connection connection, TenantId tenant, Collection<Command.KeepTag> tags) throws SQLException {
        Columns rows = new Columns();
        tags.forEach(keep -> rows.add(
                keep.tag().name(),
                keep.tag().description(),
                keep.tag().excludedFromAutoTagging(),
                keep.tag().category(),
                keep.untouched().contains(CatalogTag.Part.DESCRIPTION),
                keep.untouched().contains(CatalogTag.Part.CATEGORY),
                counters.now()));
        rows.change(connection, tenant, """
                merge into tag own using (
                  select ?::int as tenant_id, t.* from unnest(?::text[], ?::text[], ?::bool[], ?::uuid[], ?::bool[],
                    ?::bool[], ?::timestamptz[])
                    as t (name, description, excluded, category, same_description, same_category, at)) t
                on own.tenant_id = t.tenant_id and own.name = t.name
                when matched then update set
                  description = case when t.same_description then own.description else t.description end,
                  excluded = t.excluded, category = case when t.same_category then own.category else t.category end,
                  updated_at = t.at
                when not matched then
                  insert (tenant_id, name, description, excluded, category, created_at, updated_at)
                  values (t.tenant_id, t.name, t.description, t.excluded, t.category, t.at, t.at)
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
