package dev.parlance.store;

import dev.parlance.conversation.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/// A tenant's two counters during one transaction that holds its row: the journal's last number and the next
/// conversation's number. `now` is the transaction's one moment.
final class Counters {
    private final TenantId tenant;
    private final Instant now;
    private final Position stored;
    private Position current;

    private Counters(TenantId tenant, Instant now, Position stored) {
        this.tenant = tenant;
        this.now = now;
        this.stored = stored;
        this.current = stored;
    }

    record Position(long seq, long nextNumber) {}

    /// Takes the tenant's row; whoever else writes for the tenant waits here.
    static Counters lock(Connection connection, TenantId tenant, Instant now) throws SQLException {
        Position stored = Sql.of("select seq, next_number from tenant where id = ? for update", tenant.value())
                .ask(connection, rows -> {
                    if (!rows.next()) {
                        throw new IllegalArgumentException("there is no tenant " + tenant.value());
                    }
                    return new Position(rows.getLong(1), rows.getLong(2));
                });
        return new Counters(tenant, now, stored);
    }

    TenantId tenant() {
        return tenant;
    }

    Instant now() {
        return now;
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
                            "update tenant set seq = ?, next_number = ? where id = ?",
                            current.seq(),
                            current.nextNumber(),
                            tenant.value())
                    .change(connection);
        }
    }
}
