package dev.parlance.store;

import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Command;
import dev.parlance.journal.Committed;
import dev.parlance.journal.Ledger;
import dev.parlance.journal.Outcome;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import dev.parlance.problem.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// The ledger in PostgreSQL. The tenant's row is locked first and holds the two counters, so that transactions of one
/// tenant follow one another on all servers and those of different tenants never meet.
public final class PostgresLedger implements Ledger {
    private final Database database;
    private final Clock clock;
    private final Recent recent = new Recent();

    public PostgresLedger(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A transaction that was cut off is tried again, unless it proves to have been committed.
    @Override
    public Committed commit(TenantId tenant, List<? extends Command> commands) {
        Fate fate = new Fate(database);
        Committed committed;
        try {
            committed = commit(tenant, commands, fate);
        } catch (Refusal outage) {
            committed = fate.findCommitted().orElseGet(() -> commit(tenant, commands, new Fate(database)));
        }
        recent.committed(tenant, committed);
        return committed;
    }

    private Committed commit(TenantId tenant, List<? extends Command> commands, Fate fate) {
        return database.write(tenant, connection -> {
            Counters counters = Counters.lock(connection, tenant, clock);
            long before = counters.seq();
            Work work = new Work(connection, counters, recent, new Telling());
            List<Outcome> outcomes = carryOut(work, commands);
            counters.store(connection);
            Committed committed =
                    new Committed(counters.seq(), outcomes, work.telling().told(before));
            fate.decides(counters.transaction(), committed);
            return committed;
        });
    }

    /// One transaction under way.
    private record Work(Connection connection, Counters counters, Recent recent, Telling telling) {}

    /// What the database cannot take is found by halves, and only that is refused.
    private static List<Outcome> carryOut(Work work, List<? extends Command> commands) throws SQLException {
        Savepoint before = work.connection().setSavepoint();
        Counters.Position position = work.counters().position();
        try {
            List<Outcome> outcomes = carryOutRuns(work, commands);
            work.connection().releaseSavepoint(before);
            return outcomes;
        } catch (SQLException e) {
            if (!isAboutValues(e)) {
                throw e;
            }
            work.connection().rollback(before);
            work.counters().goBack(position);
            work.telling().giveUp();
            return commands.size() == 1 ? List.of(refused(commands.getFirst(), e)) : byHalves(work, commands);
        }
    }

    private static List<Outcome> byHalves(Work work, List<? extends Command> commands) throws SQLException {
        int half = commands.size() / 2;
        List<Outcome> outcomes = new ArrayList<>(carryOut(work, commands.subList(0, half)));
        outcomes.addAll(carryOut(work, commands.subList(half, commands.size())));
        return outcomes;
    }

    /// Puts and deeds in the order given, as many of one sort together as follow each other.
    private static List<Outcome> carryOutRuns(Work work, List<? extends Command> commands) throws SQLException {
        List<Outcome> outcomes = new ArrayList<>(commands.size());
        List<Command.Put> puts = new ArrayList<>();
        List<Command.Live> deeds = new ArrayList<>();
        for (Command command : commands) {
            switch (command) {
                case Command.Put put -> {
                    outcomes.addAll(flushed(work, List.of(), deeds));
                    puts.add(put);
                }
                case Command.Live deed -> {
                    outcomes.addAll(flushed(work, puts, List.of()));
                    deeds.add(deed);
                }
            }
        }
        outcomes.addAll(flushed(work, puts, deeds));
        return outcomes;
    }

    private static List<Outcome> flushed(Work work, List<Command.Put> puts, List<Command.Live> deeds)
            throws SQLException {
        if (!puts.isEmpty()) {
            List<Outcome> outcomes = Batch.carryOut(work.connection(), work.counters(), List.copyOf(puts));
            work.telling().giveUp();
            puts.clear();
            return outcomes;
        }
        if (!deeds.isEmpty()) {
            List<Outcome> outcomes = LiveBatch.carryOut(
                    work.connection(), work.counters(), work.recent(), List.copyOf(deeds), work.telling());
            deeds.clear();
            return outcomes;
        }
        return List.of();
    }

    private static Outcome refused(Command command, SQLException e) {
        String reason = "holds a value that cannot be stored (SQL state " + e.getSQLState() + ")";
        return switch (command) {
            case Command.Put put -> new Outcome.Rejected("record", reason);
            case Command.Live live ->
                new Outcome.Refused(new Problem.Invalid(
                        List.of(new Mistake(Mistake.Place.BODY, "", "value", "The body " + reason))));
        };
    }

    /// Data exceptions, violated constraints, and values larger than an index or a tsvector takes.
    private static boolean isAboutValues(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }
}
