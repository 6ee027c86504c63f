package dev.parlance.store;

import dev.parlance.conversation.TenantId;
import dev.parlance.journal.AgentDeed;
import dev.parlance.journal.AgentLedger;
import dev.parlance.journal.AgentOutcome;
import dev.parlance.journal.Change;
import dev.parlance.journal.Entry;
import dev.parlance.journal.Stamp;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes of agents in PostgreSQL. They take the tenant's row as all its changes do, and so follow one another.
final class PostgresAgentLedger implements AgentLedger {
    private final Database database;
    private final Clock clock;

    PostgresAgentLedger(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public AgentOutcome carryOut(TenantId tenant, AgentDeed deed, Stamp stamp) {
        return database.write(tenant, connection -> {
            Counters counters = Counters.lock(connection, tenant, clock);
            Receipts receipts = Receipts.readOf(connection, tenant, List.of(stamp));
            Receipts.Receipt known = receipts.find(stamp);
            AgentTables tables = new AgentTables(connection, tenant, counters.takeMoment());
            if (known != null) {
                return tables.repeated(deed, known.subject());
            }
            AgentOutcome outcome = tables.carryOut(deed);
            if (tables.changed()) {
                tell(connection, counters, entry(deed, outcome, stamp, counters));
            }
            receipts.add(stamp, counters.now(), null, subject(deed, outcome), List.of());
            receipts.write(connection, tenant);
            counters.store(connection);
            return outcome;
        });
    }

    private static void tell(Connection connection, Counters counters, Entry entry) throws SQLException {
        Journal journal = new Journal(counters);
        journal.told(entry);
        journal.write(connection);
    }

    private static Entry entry(AgentDeed deed, AgentOutcome outcome, Stamp stamp, Counters counters) {
        return new Entry(kind(deed), subject(deed, outcome), stamp.by(), counters.now(), null);
    }

    private static Change.Kind kind(AgentDeed deed) {
        return switch (deed) {
            case AgentDeed.Create create -> Change.Kind.AGENT_CREATED;
            case AgentDeed.Change change -> Change.Kind.AGENT_CHANGED;
            case AgentDeed.Remove remove -> Change.Kind.AGENT_REMOVED;
            case AgentDeed.AddVersion add -> Change.Kind.VERSION_CREATED;
            case AgentDeed.EnsureDraft ensure -> Change.Kind.VERSION_CREATED;
            case AgentDeed.ChangeVersion change -> Change.Kind.VERSION_CHANGED;
            case AgentDeed.Publish publish -> Change.Kind.VERSION_PUBLISHED;
        };
    }

    /// The version, or without one the agent.
    private static @Nullable UUID subject(AgentDeed deed, AgentOutcome outcome) {
        return switch (outcome) {
            case AgentOutcome.VersionKept kept -> kept.version().id();
            case AgentOutcome.Published published -> published.version().id();
            case AgentOutcome.Kept kept -> deed.agent();
            case AgentOutcome.Removed removed -> deed.agent();
        };
    }
}
