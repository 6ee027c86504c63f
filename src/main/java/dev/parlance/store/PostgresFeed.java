package dev.parlance.store;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.TenantId;
import dev.parlance.conversation.UseKind;
import dev.parlance.journal.Change;
import dev.parlance.journal.Feed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The tables for those who follow the journal: each reading is of one moment.
public final class PostgresFeed implements Feed {
    private static final int CHUNK = 2_000;

    private final Database database;

    public PostgresFeed(Database database) {
        this.database = database;
    }

    @Override
    public long count(TenantId tenant) {
        Sql count = Sql.of("select count(*) from conversation where tenant_id = ?", tenant.value());
        return database.ask(tenant, count, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    @Override
    public long all(TenantId tenant, Consumer<Subject> subjects) {
        Sql everyone = Sql.of("select number from conversation where tenant_id = ?", tenant.value());
        return database.read(tenant, connection -> {
            give(connection, tenant, everyone, subjects);
            return seq(connection, tenant);
        });
    }

    @Override
    public long since(TenantId tenant, long seq, Consumer<Subject> subjects) {
        Sql changed = Sql.of("""
                select j.number from journal j where j.tenant_id = ? and j.seq > ? and j.number is not null
                """, tenant.value(), seq)
                .and("union")
                .and(concerned(tenant, seq, "contact_id", Change.Kind.CONTACT_UPDATED))
                .and("union")
                .and(concerned(tenant, seq, "team_id", Change.Kind.TEAM_UPDATED));
        return database.read(tenant, connection -> {
            give(connection, tenant, changed, subjects);
            return seq(connection, tenant);
        });
    }

    /// The conversations with a contact or team that changed.
    private static Sql concerned(TenantId tenant, long seq, String column, Change.Kind kind) {
        return Sql.of(
                "select c.number from journal j join conversation c on c.tenant_id = j.tenant_id and c." + column
                        + " = j.subject where j.tenant_id = ? and j.seq > ? and j.kind = ?",
                tenant.value(),
                seq,
                kind);
    }

    static long seq(Connection connection, TenantId tenant) throws SQLException {
        return Sql.of("select seq from tenant where id = ?", tenant.value()).ask(connection, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    private static void give(Connection connection, TenantId tenant, Sql numbers, Consumer<Subject> subjects)
            throws SQLException {
        Sql select = ConversationRows.select(tenant, numbers, "c.number");
        List<Conversation> chunk = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(select.text())) {
            statement.setFetchSize(CHUNK);
            select.bind(statement, 1);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    chunk.add(ConversationRows.conversation(rows));
                    if (chunk.size() == CHUNK) {
                        give(connection, tenant, chunk, subjects);
                    }
                }
            }
        }
        give(connection, tenant, chunk, subjects);
    }

    private static void give(
            Connection connection, TenantId tenant, List<Conversation> chunk, Consumer<Subject> subjects)
            throws SQLException {
        List<Long> numbers = chunk.stream().map(Conversation::number).toList();
        Map<Long, Set<Use>> uses = uses(connection, tenant, numbers);
        Map<Long, Set<String>> words = words(connection, tenant, numbers);
        chunk.forEach(each -> subjects.accept(new Subject(
                each, uses.getOrDefault(each.number(), Set.of()), words.getOrDefault(each.number(), Set.of()), true)));
        chunk.clear();
    }

    private static Map<Long, Set<String>> words(Connection connection, TenantId tenant, List<Long> numbers)
            throws SQLException {
        int lead = WordVectors.lead(tenant).length();
        return Sql.of(
                        "select number, tsvector_to_array(words) from conversation_words where tenant_id = ? and number = any(?)",
                        tenant.value(),
                        new Sql.Values("int8", numbers))
                .ask(connection, rows -> {
                    Map<Long, Set<String>> words = new HashMap<>();
                    while (rows.next()) {
                        Cells cells = new Cells(rows);
                        Set<String> own = words.computeIfAbsent(cells.number(), none -> new HashSet<>());
                        for (String word : cells.texts()) {
                            own.add(word.substring(lead));
                        }
                    }
                    return words;
                });
    }

    private static Map<Long, Set<Use>> uses(Connection connection, TenantId tenant, List<Long> numbers)
            throws SQLException {
        return Sql.of(
                        "select number, type, resource_id, kind from resource_conversation where tenant_id = ? and number = any(?)",
                        tenant.value(),
                        new Sql.Values("int8", numbers))
                .ask(connection, rows -> {
                    Map<Long, Set<Use>> uses = new HashMap<>();
                    while (rows.next()) {
                        Cells cells = new Cells(rows);
                        uses.computeIfAbsent(cells.number(), none -> new HashSet<>())
                                .add(new Use(
                                        cells.word(ResourceType.values()), cells.text(), cells.word(UseKind.values())));
                    }
                    return uses;
                });
    }
}
