package dev.parlance.store;

import dev.parlance.conversation.Instants;
import dev.parlance.conversation.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A tenant's counters during one transaction that holds its row: the journal's last number and the next conversation's
/// number. `now` is the transaction's one moment, later than every moment of those before it, whatever the servers'
/// clocks say: so times follow each other as commits do.
final class Counters {
    private final TenantId tenant;
    private final Instant now;
    private final Position stored;
    private final boolean answers;
    private final String transaction;
    private Position current;
    private Instant moment;

    private Counters(TenantId tenant, Instant now, Position stored, boolean answers, String transaction) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.now = now;
        this.stored = stored;
        this.current = stored;
        this.answers = answers;
        this.moment = now;
    }

    record Position(long seq, long nextNumber) {}

    /// Takes the tenant's row; whoever else writes for the tenant waits here.
    static Counters lock(Connection connection, TenantId tenant, Clock clock) throws SQLException {
        return Sql.of("""
                        select seq, next_number, answers, pg_current_xact_id()::text, moment from tenant where id = ?
                        for update
                        """, tenant.value()).ask(connection, rows -> {
            if (!rows.next()) {
                throw new IllegalArgumentException("there is no tenant " + tenant.value());
            }
            return new Counters(
                    tenant,
                    later(Instants.micros(clock.instant()), rows.getObject(5, OffsetDateTime.class)),
                    new Position(rows.getLong(1), rows.getLong(2)),
                    rows.getBoolean(3),
                    Objects.requireNonNull(rows.getString(4)));
        });
    }

    /// The moment of the last transaction that changed something, for [#moment] to read.
    static Sql lastMoment(TenantId tenant) {
        return Sql.of("select coalesce(moment, created_at) from tenant where id = ?", tenant.value());
    }

    static Instant moment(ResultSet rows) throws SQLException {
        rows.next();
        return new Cells(rows).instant();
    }

    private static Instant later(Instant now, @Nullable OffsetDateTime last) {
        Instant next = last == null ? now : Instants.micros(last.toInstant()).plusNanos(1_000);
        return now.isAfter(next) ? now : next;
    }

    TenantId tenant() {
        return tenant;
    }

    Instant now() {
        return now;
    }

    /// A moment of its own for each deed, so that no two of one transaction are at the same time.
    Instant takeMoment() {
        Instant taken = moment;
        moment = moment.plusNanos(1_000);
        return taken;
    }

    /// A deed took until this moment. One of a conversation that is dated ahead of its time does not move the tenant's.
    void reached(Instant taken) {
        if (!taken.isBefore(moment) && taken.isBefore(now.plusSeconds(1))) {
            moment = taken.plusNanos(1_000);
        }
    }

    /// Whether a responder answers the tenant's contacts.
    boolean answers() {
        return answers;
    }

    /// The database's name for this transaction.
    String transaction() {
        return transaction;
    }

    long seq() {
        return current.seq();
    }

    long takeSeq() {
        current = new Position(current.seq() + 1, current.nextNumber());
        return current.seq();
    }

    long takeNumber() {
        long number = current.nextNumber();
        use(number);
        return number;
    }

    /// A number that was given: later ones are greater.
    void use(long number) {
        current = new Position(current.seq(), Math.max(current.nextNumber(), number + 1));
    }

    Position position() {
        return current;
    }

    void goBack(Position position) {
        current = position;
    }

    void store(Connection connection) throws SQLException {
        if (!current.equals(stored)) {
            Sql.of(
                            "update tenant set seq = ?, next_number = ?, moment = ? where id = ?",
                            current.seq(),
                            current.nextNumber(),
                            moment,
                            tenant.value())
                    .change(connection);
        }
    }
}
