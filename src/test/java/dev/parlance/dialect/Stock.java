package dev.parlance.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.TenantId;
import dev.parlance.index.IndexedConversations;
import dev.parlance.journal.Followers;
import dev.parlance.journal.Writer;
import dev.parlance.query.Drafts;
import dev.parlance.query.Row;
import dev.parlance.store.PostgresConversations;
import dev.parlance.store.PostgresDoors;
import dev.parlance.store.PostgresFeed;
import dev.parlance.store.PostgresFiles;
import dev.parlance.store.PostgresLedger;
import dev.parlance.store.StoreFixture;
import dev.parlance.tenant.Doors;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;

/// Conversations of one tenant in a database of their own, answered from as a server does: the one place that says
/// what
/// stands behind the dialects in tests.
final class Stock implements AutoCloseable {
    private final StoreFixture store;
    private final IndexedConversations index;
    private final Doors doors;

    private Stock(StoreFixture store, IndexedConversations index) {
        this.store = store;
        this.index = index;
        Followers followers = new Followers();
        followers.add(index::committed);
        this.doors = PostgresDoors.of(
                store.database(),
                index,
                new Writer(new PostgresLedger(store.database(), Clock.systemUTC()), followers));
    }

    static Stock of(TenantId tenant, List<Row> rows) {
        StoreFixture store = StoreFixture.open();
        Served.TENANTS.forEach(store::tenant);
        Writer writer = new Writer(new PostgresLedger(store.database(), Clock.systemUTC()), new Followers());
        writer.write(tenant, rows.stream().map(Drafts::put).toList());
        PostgresConversations sql = new PostgresConversations(store.database());
        IndexedConversations index = new IndexedConversations(sql, sql, new PostgresFeed(store.database()));
        index.load(tenant);
        return new Stock(store, index);
    }

    Doors doors() {
        return doors;
    }

    void hold(TenantId tenant, PostgresFiles.Wanted file, byte[] bytes) {
        PostgresFiles files = new PostgresFiles(store.database());
        assertThat(files.keep(tenant, file, new ByteArrayInputStream(bytes))).isTrue();
    }

    void run(String sql) {
        try (Connection connection = store.owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        index.close();
        store.close();
    }
}
