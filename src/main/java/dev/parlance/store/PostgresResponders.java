package dev.parlance.store;

import dev.parlance.conversation.TenantId;
import dev.parlance.responder.Responder;
import dev.parlance.responder.Responders;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tenants' responders in PostgreSQL.
public final class PostgresResponders implements Responders {
    private final Database database;

    public PostgresResponders(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Responder> find(TenantId tenant) {
        Sql one = Sql.of("""
                select url, timeout_seconds, attempts, secret_variable, model, instructions, items from responder
                where tenant_id = ?
                """, tenant.value());
        return database.ask(tenant, one, rows -> rows.next() ? Optional.of(responder(rows)) : Optional.empty());
    }

    private static Responder responder(ResultSet rows) throws SQLException {
        Cells cells = new Cells(rows);
        URI url = URI.create(cells.text());
        Responder.Patience patience = new Responder.Patience(Duration.ofSeconds(cells.whole()), cells.whole());
        String variable = cells.findText();
        String model = cells.findText();
        return model == null
                ? new Responder.Webhook(url, variable == null ? "" : variable, patience)
                : new Responder.Model(url, model, variable, cells.findText(), cells.whole(), patience);
    }

    /// What contacts say waits for an answer from the very transaction on that gives the tenant a responder.
    @Override
    public void set(TenantId tenant, @Nullable Responder responder) {
        database.write(tenant, connection -> {
            Sql.of("delete from responder where tenant_id = ?", tenant.value()).change(connection);
            if (responder != null) {
                row(responder).change(connection, tenant, """
                        insert into responder (tenant_id, url, timeout_seconds, attempts, secret_variable, model,
                          instructions, items)
                        select ?, r.* from unnest(?::text[], ?::int4[], ?::int4[], ?::text[], ?::text[], ?::text[],
                          ?::int4[]) r
                        """);
            }
            return Sql.of("update tenant set answers = ? where id = ?", responder != null, tenant.value())
                    .change(connection);
        });
    }

    private static Columns row(Responder responder) {
        Columns row = new Columns();
        int seconds = Math.toIntExact(responder.patience().timeout().toSeconds());
        int attempts = responder.patience().attempts();
        switch (responder) {
            case Responder.Webhook webhook ->
                row.add(webhook.url().toString(), seconds, attempts, webhook.secretVariable(), null, null, 0);
            case Responder.Model model ->
                row.add(
                        model.base().toString(),
                        seconds,
                        attempts,
                        model.keyVariable(),
                        model.model(),
                        model.instructions(),
                        model.items());
        }
        return row;
    }
}
