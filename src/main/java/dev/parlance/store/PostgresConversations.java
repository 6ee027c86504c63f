package dev.parlance.store;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.TenantId;
import dev.parlance.query.Answer;
import dev.parlance.query.Conversations;
import dev.parlance.query.Filter;
import dev.parlance.query.Page;
import dev.parlance.query.Query;
import dev.parlance.query.Records;
import dev.parlance.query.Row;
import dev.parlance.query.Shelf;
import dev.parlance.query.Sort;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

/// Answers by SQL: any question, of any tenant, at any time.
public final class PostgresConversations implements Conversations, Records, Shelf {
    private static final int CHUNK = 500;
    private static final Sql EVERYONE = Sql.of("conversation c");

    private final Database database;

    public PostgresConversations(Database database) {
        this.database = database;
    }

    @Override
    public Answer answer(TenantId tenant, Query query) {
        if (query.countAll() || query.transcripts() || Few.isPossible(query.filter())) {
            return database.read(tenant, connection -> whole(connection, tenant, query));
        }
        return page(
                database.ask(tenant, select(tenant, query, EVERYONE, 1), PostgresConversations::conversations), query);
    }

    @Override
    public Optional<Row> find(TenantId tenant, UUID id, boolean transcript) {
        Sql one = ConversationRows.select(
                tenant,
                Sql.of("select number from conversation where tenant_id = ? and id = ?", tenant.value(), id),
                "1");
        if (!transcript) {
            return database.ask(tenant, one, PostgresConversations::conversations).stream()
                    .map(each -> new Row(each, List.of()))
                    .findFirst();
        }
        return database.read(tenant, connection -> {
            List<Conversation> found = one.ask(connection, PostgresConversations::conversations);
            return withTranscripts(connection, tenant, rows(found, Map.of())).stream()
                    .findFirst();
        });
    }

    @Override
    public Optional<UUID> findByMessage(TenantId tenant, UUID message) {
        Sql one = Sql.of("""
                select c.id from message m join conversation c on c.tenant_id = m.tenant_id and c.number = m.number
                where m.tenant_id = ? and m.id = ?
                """, tenant.value(), message);
        return database.ask(
                tenant, one, rows -> rows.next() ? Optional.of(new Cells(rows).id()) : Optional.<UUID>empty());
    }

    @Override
    public Instant asOf(TenantId tenant) {
        return database.askOnce(Counters.lastMoment(tenant), Counters::moment);
    }

    @Override
    public void stream(TenantId tenant, Query query, Consumer<Row> rows) {
        stream(tenant, select(tenant, query, EVERYONE, 0), query.transcripts(), rows);
    }

    /// Gives every matching conversation with its transcript, in the order of their numbers, as [#stream] does.
    public void streamByNumber(TenantId tenant, Filter filter, Consumer<Row> rows) {
        Sql page = Sql.of("select c.number from conversation c where c.tenant_id = ? and (", tenant.value())
                .and(Where.of(tenant, filter))
                .and(")");
        stream(tenant, ConversationRows.select(tenant, page, "c.number"), true, rows);
    }

    private void stream(TenantId tenant, Sql select, boolean transcripts, Consumer<Row> rows) {
        database.read(tenant, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(select.text())) {
                statement.setFetchSize(CHUNK);
                select.bind(statement, 1);
                Chunk chunk = new Chunk(connection, tenant, transcripts, rows);
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        chunk.add(ConversationRows.conversation(found));
                    }
                }
                chunk.flush();
            }
            return rows;
        });
    }

    @Override
    public long seq(TenantId tenant) {
        return database.askOnce(
                Sql.of("select seq from tenant where id = ?", tenant.value()), PostgresConversations::seq);
    }

    private static long seq(ResultSet rows) throws SQLException {
        return rows.next() ? rows.getLong(1) : 0;
    }

    @Override
    public Taken take(TenantId tenant, List<Long> numbers, boolean transcripts) {
        Sql select = ConversationRows.selectWithSeq(tenant, numbers);
        if (!transcripts) {
            return database.ask(tenant, select, PostgresConversations::taken);
        }
        return database.read(tenant, connection -> {
            Taken taken = select.ask(connection, PostgresConversations::taken);
            return new Taken(withTranscripts(connection, tenant, taken.rows()), taken.seq());
        });
    }

    private static Taken taken(ResultSet rows) throws SQLException {
        List<Conversation> conversations = new ArrayList<>();
        long seq = 0;
        while (rows.next()) {
            seq = rows.getLong(ConversationRows.SEQ);
            if (rows.getObject(1) != null) {
                conversations.add(ConversationRows.conversation(rows));
            }
        }
        return new Taken(rows(conversations, Map.of()), seq);
    }

    private static Answer whole(Connection connection, TenantId tenant, Query query) throws SQLException {
        Sql among = Few.find(connection, tenant, query.filter())
                .map(few -> Sql.of("(").and(few).and("offset 0) few join conversation c on c.number = few.number"))
                .orElse(EVERYONE);
        Answer page =
                page(select(tenant, query, among, 1).ask(connection, PostgresConversations::conversations), query);
        List<Row> rows = query.transcripts() ? withTranscripts(connection, tenant, page.rows()) : page.rows();
        OptionalLong total =
                query.countAll() ? OptionalLong.of(count(connection, tenant, query)) : OptionalLong.empty();
        return new Answer(rows, page.more(), total);
    }

    private static long count(Connection connection, TenantId tenant, Query query) throws SQLException {
        return Sql.of("select count(*) from conversation c where c.tenant_id = ? and (", tenant.value())
                .and(Where.of(tenant, query.filter()))
                .and(")")
                .ask(connection, rows -> {
                    rows.next();
                    return rows.getLong(1);
                });
    }

    private static List<Row> withTranscripts(Connection connection, TenantId tenant, List<Row> rows)
            throws SQLException {
        List<Conversation> conversations = rows.stream().map(Row::conversation).toList();
        List<Long> numbers = conversations.stream().map(Conversation::number).toList();
        return rows(conversations, TranscriptRows.read(connection, tenant, numbers));
    }

    private static List<Row> rows(List<Conversation> conversations, Map<Long, List<Message>> messages) {
        return conversations.stream()
                .map(each -> new Row(each, messages.getOrDefault(each.number(), List.of())))
                .toList();
    }

    private static Answer page(List<Conversation> found, Query query) {
        boolean more = found.size() > query.page().limit();
        List<Conversation> page = more ? found.subList(0, query.page().limit()) : found;
        return new Answer(rows(page, Map.of()), more, OptionalLong.empty());
    }

    private static List<Conversation> conversations(ResultSet rows) throws SQLException {
        List<Conversation> conversations = new ArrayList<>();
        while (rows.next()) {
            conversations.add(ConversationRows.conversation(rows));
        }
        return conversations;
    }

    /// The page's rows and `beyond` more, looked for among the given rows `c`.
    private static Sql select(TenantId tenant, Query query, Sql among, int beyond) {
        String key = Where.column(query.sort().field());
        String way = query.sort().descending() ? "desc" : "asc";
        Sql page = Sql.of("select c.number from")
                .and(among)
                .and("where c.tenant_id = ? and (", tenant.value())
                .and(Where.of(tenant, query.filter()))
                .and(") and")
                .and(start(query.page(), query.sort()))
                .and("order by " + key + " " + way + ", c.number " + way)
                .and(end(query.page(), beyond));
        return ConversationRows.select(tenant, page, key + " " + way + ", c.number " + way);
    }

    private static Sql start(Page page, Sort sort) {
        return switch (page) {
            case Page.Offset offset -> Sql.of("true");
            case Page.After after ->
                Sql.of(
                        "(" + Where.column(sort.field()) + ", c.number) " + (sort.descending() ? "<" : ">") + " (?, ?)",
                        after.key(),
                        after.number());
        };
    }

    private static Sql end(Page page, int beyond) {
        Sql limit = page.limit() == Page.UNLIMITED ? Sql.of("") : Sql.of("limit ?", (long) page.limit() + beyond);
        return switch (page) {
            case Page.Offset offset -> offset.offset() == 0 ? limit : limit.and("offset ?", offset.offset());
            case Page.After after -> limit;
        };
    }

    /// Rows on their way to a stream, with their messages when asked for.
    private static final class Chunk {
        private final Connection connection;
        private final TenantId tenant;
        private final boolean transcripts;
        private final Consumer<Row> rows;
        private final List<Conversation> waiting = new ArrayList<>();

        Chunk(Connection connection, TenantId tenant, boolean transcripts, Consumer<Row> rows) {
            this.connection = connection;
            this.tenant = tenant;
            this.transcripts = transcripts;
            this.rows = rows;
        }

        void add(Conversation conversation) throws SQLException {
            waiting.add(conversation);
            if (waiting.size() == CHUNK) {
                flush();
            }
        }

        void flush() throws SQLException {
            List<Long> numbers = waiting.stream().map(Conversation::number).toList();
            Map<Long, List<Message>> messages =
                    transcripts ? TranscriptRows.read(connection, tenant, numbers) : Map.of();
            rows(List.copyOf(waiting), messages).forEach(rows);
            waiting.clear();
        }
    }
}
