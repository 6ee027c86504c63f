package dev.parlance.store;

import dev.parlance.conversation.AgentProfile;
import dev.parlance.conversation.AgentVersion;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.PhoneNumber;
import dev.parlance.conversation.StoredAgent;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.AgentDeed;
import dev.parlance.journal.AgentLedger;
import dev.parlance.journal.AgentOutcome;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Changes agents, versions and telephone numbers inside a transaction that holds the tenant's row.
final class AgentTables {
    private static final String SET_CONFIG =
            "update agent_version set config = ?, updated_at = ? where tenant_id = ? and id = ?";
    private static final String SET_INPUTS =
            "update agent_version set inputs = ?, updated_at = ? where tenant_id = ? and id = ?";
    private static final String PUBLISH =
            "update agent_version set published_at = ?, updated_at = ? where tenant_id = ? and id = ?";
    private static final String UNASSIGN = """
            update phone_number set inbound_version = case when ? then null else inbound_version end,
              outbound_version = case when ? then null else outbound_version end, updated_at = ?
            where tenant_id = ? and number = any(?)
            """;
    private static final String UNASSIGN_VERSIONS = """
            update phone_number set
              inbound_version = case when inbound_version in
                (select id from agent_version where tenant_id = ? and agent_id = ?) then null else inbound_version end,
              outbound_version = case when outbound_version in
                (select id from agent_version where tenant_id = ? and agent_id = ?) then null else outbound_version end,
              updated_at = ?
            where tenant_id = ?
            """;
    private static final String ASSIGN = """
            insert into phone_number as own
              (tenant_id, number, inbound_version, outbound_version, created_at, updated_at)
            select v.tenant_id, n, case when v.inbound then v.id end, case when v.outbound then v.id end, v.at, v.at
            from (select ?::int, ?::uuid, ?::bool, ?::bool, ?::timestamptz) as v (tenant_id, id, inbound, outbound, at),
              (select distinct unnest(?::text[])) as a (n)
            on conflict (tenant_id, number) do update
            set inbound_version = coalesce(excluded.inbound_version, own.inbound_version),
              outbound_version = coalesce(excluded.outbound_version, own.outbound_version),
              updated_at = excluded.updated_at
            """;

    private final Connection connection;
    private final int tenant;
    private final Instant now;
    private boolean changed;

    AgentTables(Connection connection, TenantId tenant, Instant now) {
        this.connection = connection;
        this.tenant = tenant.value();
        this.now = now;
    }

    /// Whether anything was changed.
    boolean changed() {
        return changed;
    }

    AgentOutcome carryOut(AgentDeed deed) throws SQLException {
        return switch (deed) {
            case AgentDeed.Create create -> create(create);
            case AgentDeed.Change change -> change(change);
            case AgentDeed.Remove remove -> remove(remove);
            case AgentDeed.AddVersion add -> new AgentOutcome.VersionKept(add(add));
            case AgentDeed.EnsureDraft ensure -> new AgentOutcome.VersionKept(ensureDraft(ensure.agent()));
            case AgentDeed.ChangeVersion change -> new AgentOutcome.VersionKept(changeVersion(change));
            case AgentDeed.Publish publish -> publish(publish);
        };
    }

    /// What a deed that was carried out before has left, as it is now.
    AgentOutcome repeated(AgentDeed deed, @Nullable UUID subject) throws SQLException {
        return switch (deed) {
            case AgentDeed.Create create -> new AgentOutcome.Kept(agent(subject == null ? create.agent() : subject));
            case AgentDeed.Change change -> new AgentOutcome.Kept(agent(change.agent()));
            case AgentDeed.Remove remove -> new AgentOutcome.Removed();
            case AgentDeed.AddVersion add -> new AgentOutcome.VersionKept(version(subject));
            case AgentDeed.EnsureDraft ensure -> new AgentOutcome.VersionKept(version(subject));
            case AgentDeed.ChangeVersion change -> new AgentOutcome.VersionKept(version(subject));
            case AgentDeed.Publish publish -> new AgentOutcome.Published(version(subject), numbers(publish));
        };
    }

    private AgentOutcome create(AgentDeed.Create create) throws SQLException {
        write("""
                insert into agent (tenant_id, id, name, description, active, is_demo, metadata, created_at, updated_at)
                select ?, a.id, a.name, a.description, a.active, a.is_demo, a.metadata, a.at, a.at
                from unnest(?::uuid[], ?::text[], ?::text[], ?::bool[], ?::bool[], ?::text[], ?::timestamptz[])
                  as a (id, name, description, active, is_demo, metadata, at)
                """, create.agent(), create.profile());
        return new AgentOutcome.Kept(agent(create.agent()));
    }

    private AgentOutcome change(AgentDeed.Change change) throws SQLException {
        AgentProfile before = agent(change.agent()).profile();
        AgentProfile after = change.change().apply(before);
        if (!after.equals(before)) {
            write("""
                    update agent set name = a.name, description = a.description, active = a.active, is_demo = a.is_demo,
                      metadata = a.metadata, updated_at = a.at
                    from (select ?::int as tenant_id) t,
                      unnest(?::uuid[], ?::text[], ?::text[], ?::bool[], ?::bool[], ?::text[], ?::timestamptz[])
                        as a (id, name, description, active, is_demo, metadata, at)
                    where agent.tenant_id = t.tenant_id and agent.id = a.id
                    """, change.agent(), after);
        }
        return new AgentOutcome.Kept(agent(change.agent()));
    }

    private void write(String statement, UUID agent, AgentProfile profile) throws SQLException {
        Columns row = new Columns();
        row.add(
                agent,
                profile.name(),
                profile.description(),
                profile.active(),
                profile.demo(),
                profile.metadata(),
                now);
        row.change(connection, new TenantId(tenant), statement);
        changed = true;
    }

    private AgentOutcome remove(AgentDeed.Remove remove) throws SQLException {
        agent(remove.agent());
        change(UNASSIGN_VERSIONS, tenant, remove.agent(), tenant, remove.agent(), now, tenant);
        change("delete from agent_version where tenant_id = ? and agent_id = ?", tenant, remove.agent());
        change("delete from agent where tenant_id = ? and id = ?", tenant, remove.agent());
        return new AgentOutcome.Removed();
    }

    private AgentVersion add(AgentDeed.AddVersion add) throws SQLException {
        agent(add.agent());
        if (add.config() != null) {
            return insert(add.agent(), add.config(), null);
        }
        AgentVersion base = version(add.agent(), add.base());
        return insert(add.agent(), base.config(), base.inputs());
    }

    private AgentVersion ensureDraft(UUID agent) throws SQLException {
        agent(agent);
        Optional<AgentVersion> latest = findLatest(agent);
        if (latest.isPresent() && latest.get().published() == null) {
            return latest.get();
        }
        return insert(
                agent,
                latest.map(AgentVersion::config).orElse(JsonText.NOTHING),
                latest.map(AgentVersion::inputs).orElse(null));
    }

    private AgentVersion insert(UUID agent, JsonText config, @Nullable JsonText inputs) throws SQLException {
        UUID id = UUID.randomUUID();
        int number = findLatest(agent).map(AgentVersion::number).orElse(0) + 1;
        change("""
                insert into agent_version (tenant_id, agent_id, version, id, config, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """, tenant, agent, number, id, config.text(), now, now);
        if (inputs != null) {
            change(SET_INPUTS, inputs.text(), now, tenant, id);
        }
        return version(id);
    }

    private AgentVersion changeVersion(AgentDeed.ChangeVersion deed) throws SQLException {
        AgentVersion version = version(deed.agent(), deed.version());
        if (version.published() != null) {
            throw Problem.invalid(new Mistake(
                    Mistake.Place.PATH,
                    "version",
                    AgentLedger.PUBLISHED,
                    "Version " + version.number() + " is published and cannot be changed"));
        }
        if (deed.config() != null) {
            change(SET_CONFIG, deed.config().text(), now, tenant, version.id());
        }
        if (deed.inputs() != null) {
            change(SET_INPUTS, deed.inputs().text(), now, tenant, version.id());
        }
        return version(version.id());
    }

    private AgentOutcome publish(AgentDeed.Publish deed) throws SQLException {
        AgentVersion version = version(deed.agent(), deed.version());
        if (version.published() == null) {
            change(PUBLISH, now, now, tenant, version.id());
        }
        Sql.Values assigned = new Sql.Values("text", deed.assigned());
        Sql.Values unassigned = new Sql.Values("text", deed.unassigned());
        change(UNASSIGN, deed.inbound(), deed.outbound(), now, tenant, unassigned);
        change(ASSIGN, tenant, version.id(), deed.inbound(), deed.outbound(), now, assigned);
        return new AgentOutcome.Published(version(version.id()), numbers(deed));
    }

    private List<PhoneNumber> numbers(AgentDeed.Publish deed) throws SQLException {
        List<String> named = Stream.concat(deed.assigned().stream(), deed.unassigned().stream())
                .distinct()
                .toList();
        return Sql.of(
                        AgentRows.NUMBERS + "where tenant_id = ? and number = any(?) order by number",
                        tenant,
                        new Sql.Values("text", named))
                .ask(connection, AgentRows::numbers);
    }

    private StoredAgent agent(UUID agent) throws SQLException {
        return Sql.of(AgentRows.AGENTS + "where tenant_id = ? and id = ?", tenant, agent)
                .ask(connection, AgentRows::agents)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("Agent").refusal());
    }

    private AgentVersion version(UUID agent, @Nullable Integer number) throws SQLException {
        agent(agent);
        Optional<AgentVersion> found = number == null
                ? findLatest(agent)
                : Sql.of(
                                AgentRows.VERSIONS + "where tenant_id = ? and agent_id = ? and version = ?",
                                tenant,
                                agent,
                                number)
                        .ask(connection, AgentRows::versions)
                        .stream()
                        .findFirst();
        return found.orElseThrow(AgentTables::noVersion);
    }

    private AgentVersion version(@Nullable UUID id) throws SQLException {
        List<AgentVersion> found = id == null
                ? List.of()
                : Sql.of(AgentRows.VERSIONS + "where tenant_id = ? and id = ?", tenant, id)
                        .ask(connection, AgentRows::versions);
        return found.stream().findFirst().orElseThrow(AgentTables::noVersion);
    }

    private Optional<AgentVersion> findLatest(UUID agent) throws SQLException {
        return Sql.of(
                        AgentRows.VERSIONS + "where tenant_id = ? and agent_id = ? order by version desc limit 1",
                        tenant,
                        agent)
                .ask(connection, AgentRows::versions)
                .stream()
                .findFirst();
    }

    private void change(String statement, Object... values) throws SQLException {
        changed |= Sql.of(statement, values).change(connection) > 0;
    }

    private static RuntimeException noVersion() {
        return new Problem.NotFound("Agent version").refusal();
    }
}
