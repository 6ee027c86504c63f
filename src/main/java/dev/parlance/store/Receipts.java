package dev.parlance.store;

import dev.parlance.conversation.Message;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Command;
import dev.parlance.journal.Stamp;
import dev.parlance.problem.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was done under which key, so that it is done once.
final class Receipts {
    private final Map<String, Receipt> known = new HashMap<>();
    private final Columns fresh = new Columns();

    /// A deed that was carried out.
    record Receipt(
            String fingerprint,
            @Nullable Long number,
            @Nullable UUID subject,
            List<UUID> said) {}

    static Receipts read(Connection connection, TenantId tenant, List<Command.Live> commands) throws SQLException {
        return readOf(
                connection, tenant, commands.stream().map(Command.Live::stamp).toList());
    }

    static Receipts readOf(Connection connection, TenantId tenant, List<Stamp> stamps) throws SQLException {
        Receipts receipts = new Receipts();
        List<String> keys = stamps.stream()
                .flatMap(stamp -> stamp.receipts().stream())
                .map(Stamp.Receipt::key)
                .distinct()
                .toList();
        if (!keys.isEmpty()) {
            Sql.of("""
                    select r.key, r.fingerprint, r.number, r.subject, r.said::text[] from unnest(?::text[]) as k (key),
                    lateral (select * from receipt where tenant_id = ? and key = k.key limit 1) r
                    """, new Sql.Values("text", keys), tenant.value()).ask(connection, rows -> {
                while (rows.next()) {
                    Cells cells = new Cells(rows);
                    receipts.known.put(cells.text(), receipt(cells));
                }
                return receipts;
            });
        }
        return receipts;
    }

    private static Receipt receipt(Cells cells) throws SQLException {
        String fingerprint = cells.text();
        Long number = cells.findNumber();
        UUID subject = cells.findId();
        List<UUID> said = List.of(cells.texts()).stream().map(UUID::fromString).toList();
        return new Receipt(fingerprint, number, subject, said);
    }

    /// The conversations of all receipts that were found.
    List<Long> numbers() {
        return known.values().stream()
                .map(Receipt::number)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /// The contacts of all receipts that were found.
    List<UUID> subjects() {
        return known.values().stream()
                .map(Receipt::subject)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /// The same deed, carried out before.
    ///
    /// @throws dev.parlance.problem.Refusal Conflict when it was another one
    @Nullable
    Receipt find(Stamp stamp) {
        Receipt found = null;
        for (Stamp.Receipt receipt : stamp.receipts()) {
            Receipt before = known.get(receipt.key());
            if (before != null && !before.fingerprint().equals(receipt.fingerprint())) {
                throw new Problem.Conflict("Another request was made under the same idempotency key.").refusal();
            }
            found = found == null ? before : found;
        }
        return found;
    }

    void add(Stamp stamp, Instant at, @Nullable Long number, @Nullable UUID subject, List<Message> messages) {
        for (Stamp.Receipt receipt : stamp.receipts()) {
            List<UUID> said = messages.stream().map(Message::id).toList();
            known.put(receipt.key(), new Receipt(receipt.fingerprint(), number, subject, said));
            fresh.add(
                    receipt.key(),
                    receipt.fingerprint(),
                    number,
                    subject,
                    Columns.literal(said.stream().map(UUID::toString).toList()),
                    at);
        }
    }

    void write(Connection connection, TenantId tenant) throws SQLException {
        fresh.change(connection, tenant, """
                insert into receipt (tenant_id, key, fingerprint, number, subject, said, at)
                select ?, r.key, r.fingerprint, r.number, r.subject, r.said::uuid[], r.at from unnest(?::text[], ?::text[],
                  ?::int8[], ?::uuid[], ?::text[], ?::timestamptz[]) as r (key, fingerprint, number, subject, said, at)
                """);
    }
}
