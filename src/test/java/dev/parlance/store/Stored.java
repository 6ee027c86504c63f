package dev.parlance.store;

import dev.parlance.conversation.TenantId;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.NumberField;
import dev.parlance.query.Page;
import dev.parlance.query.Query;
import dev.parlance.query.Row;
import dev.parlance.query.Sort;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is really in the tables, seen by their owner.
final class Stored {
    private static final List<String> TABLES = List.of(
            "workspace",
            "channel_account",
            "company",
            "team",
            "contact",
            "conversation",
            "conversation_detail",
            "conversation_mark",
            "message",
            "conversation_words",
            "resource_use",
            "resource_conversation",
            "resource_total",
            "journal");

    private final StoreFixture store;

    Stored(StoreFixture store) {
        this.store = store;
    }

    Row row(TenantId tenant, long number) {
        Filter only = new Filter.Between(NumberField.NUMBER, number, number);
        Query query = Query.of(only, Sort.newestFirst(InstantField.CREATED), Page.first(1));
        return new PostgresConversations(store.database())
                .answer(tenant, query.withTranscripts())
                .rows()
                .getFirst();
    }

    /// The first cell of the first row.
    String text(String sql) {
        try (Connection connection = store.owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            @Nullable String text = rows.getString(1);
            return Objects.requireNonNullElse(text, "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Which transaction wrote each of the tenant's rows.
    String versions(TenantId tenant) {
        StringBuilder versions =
                new StringBuilder(text("select xmin || ' ' || seq from parlance.tenant where id = " + tenant.value()));
        for (String table : TABLES) {
            versions.append(text("select string_agg(xmin || ' ' || ctid, ',' order by ctid) from parlance." + table
                    + " where tenant_id = " + tenant.value()));
        }
        return versions.toString();
    }

    String seqs(TenantId tenant) {
        return text("select string_agg(seq::text, ',' order by seq) from parlance.journal where tenant_id = "
                + tenant.value());
    }
}
