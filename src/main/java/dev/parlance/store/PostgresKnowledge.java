package dev.parlance.store;

import dev.parlance.conversation.KnowledgeItem;
import dev.parlance.conversation.TenantId;
import dev.parlance.query.Analyzer;
import dev.parlance.responder.Knowledge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The tenants' knowledge in PostgreSQL, found by its words: the rarer a word is among the items, the more it counts.
public final class PostgresKnowledge implements Knowledge {
    private static final int MOST_WORDS = 100;

    private final Database database;

    public PostgresKnowledge(Database database) {
        this.database = database;
    }

    @Override
    public Kept keep(TenantId tenant, Collection<KnowledgeItem> items) {
        Columns rows = new Columns();
        for (KnowledgeItem item : items) {
            rows.add(item.id(), item.title(), item.text(), item.updated(), words(tenant, item));
        }
        return database.write(tenant, connection -> rows.ask(connection, tenant, """
                with given as (
                  select ?::int as tenant_id, g.* from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])
                    as g (id, title, text, updated_at, words)
                ), kept as (
                  insert into knowledge as own (tenant_id, id, title, text, updated_at, words)
                  select tenant_id, id, title, text, updated_at, words::tsvector from given
                  on conflict (tenant_id, id) do update set title = excluded.title, text = excluded.text,
                    updated_at = excluded.updated_at, words = excluded.words
                  where (own.title, own.text) is distinct from (excluded.title, excluded.text)
                  returning xmax = 0 as created
                )
                select count(*) filter (where created), count(*) filter (where not created), (select count(*) from given)
                from kept
                """, PostgresKnowledge::kept));
    }

    /// As many as one tsvector holds.
    private static String words(TenantId tenant, KnowledgeItem item) {
        return WordVectors.of(tenant, Analyzer.words(item.title() + "\n" + item.text())).stream()
                .findFirst()
                .orElse("");
    }

    private static Kept kept(ResultSet rows) throws SQLException {
        rows.next();
        int created = rows.getInt(1);
        int updated = rows.getInt(2);
        return new Kept(created, updated, rows.getInt(3) - created - updated);
    }

    @Override
    public int remove(TenantId tenant, Collection<String> ids) {
        Sql gone = Sql.of(
                "delete from knowledge where tenant_id = ? and id = any(?)",
                tenant.value(),
                new Sql.Values("text", List.copyOf(ids)));
        return database.write(tenant, gone::change);
    }

    @Override
    public List<KnowledgeItem> retrieve(TenantId tenant, String question, int most) {
        List<String> words = Analyzer.words(question).stream().limit(MOST_WORDS).toList();
        Sql found = Sql.of("""
                select k.id, k.title, k.text, k.updated_at
                from knowledge_with_words(?, ?) f join knowledge k on k.tenant_id = ? and k.id = f.id
                order by f.score desc, k.id
                """, new Sql.Values("text", words), most, tenant.value());
        return database.ask(tenant, found, PostgresKnowledge::items);
    }

    private static List<KnowledgeItem> items(ResultSet rows) throws SQLException {
        List<KnowledgeItem> items = new ArrayList<>();
        while (rows.next()) {
            Cells cells = new Cells(rows);
            items.add(new KnowledgeItem(cells.text(), cells.text(), cells.text(), cells.instant()));
        }
        return items;
    }
}
