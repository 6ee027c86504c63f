package dev.parlance.store;

import dev.parlance.conversation.AgentVersion;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.PhoneNumber;
import dev.parlance.conversation.StoredAgent;
import dev.parlance.conversation.TenantId;
import dev.parlance.query.Agents;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Agents in PostgreSQL.
final class PostgresAgents implements Agents {
    private final Database database;

    PostgresAgents(Database database) {
        this.database = database;
    }

    @Override
    public Optional<StoredAgent> find(TenantId tenant, UUID agent) {
        Sql one = Sql.of(AgentRows.AGENTS + "where tenant_id = ? and id = ?", tenant.value(), agent);
        return database.ask(tenant, one, AgentRows::agents).stream().findFirst();
    }

    @Override
    public List<StoredAgent> list(TenantId tenant, Listing listing) {
        Sql page = Sql.of(AgentRows.AGENTS + "where tenant_id = ? and", tenant.value())
                .and(within(listing.paging()))
                .and(named(listing.name()))
                .and(equal("active", listing.active()))
                .and(equal("is_demo", listing.demo()))
                .and(containing(listing.metadata()))
                .and(
                        "order by created_at desc, id desc limit ?",
                        listing.paging().limit());
        return database.ask(tenant, page, AgentRows::agents);
    }

    @Override
    public Optional<AgentVersion> findVersion(TenantId tenant, UUID agent, int number) {
        Sql one = Sql.of(
                AgentRows.VERSIONS + "where tenant_id = ? and agent_id = ? and version = ?",
                tenant.value(),
                agent,
                number);
        return database.ask(tenant, one, AgentRows::versions).stream().findFirst();
    }

    @Override
    public Optional<AgentVersion> findVersion(TenantId tenant, UUID version) {
        Sql one = Sql.of(AgentRows.VERSIONS + "where tenant_id = ? and id = ?", tenant.value(), version);
        return database.ask(tenant, one, AgentRows::versions).stream().findFirst();
    }

    @Override
    public List<AgentVersion> versions(TenantId tenant, UUID agent, VersionListing listing) {
        Sql page = Sql.of(AgentRows.VERSIONS + "where tenant_id = ? and agent_id = ? and", tenant.value(), agent)
                .and(within(listing.paging()))
                .and(equal("version", listing.number()))
                .and(equal("(published_at is not null)", listing.published()))
                .and("order by version desc limit ?", listing.paging().limit());
        return database.ask(tenant, page, AgentRows::versions);
    }

    @Override
    public Optional<PhoneNumber> findNumber(TenantId tenant, String number) {
        Sql one = Sql.of(AgentRows.NUMBERS + "where tenant_id = ? and number = ?", tenant.value(), number);
        return database.ask(tenant, one, AgentRows::numbers).stream().findFirst();
    }

    @Override
    public List<PhoneNumber> numbers(TenantId tenant, UUID agent) {
        Sql all = Sql.of(AgentRows.NUMBERS + """
                        where tenant_id = ? and exists (select from agent_version v
                          where v.tenant_id = phone_number.tenant_id and v.agent_id = ?
                            and v.id in (inbound_version, outbound_version))
                        order by number
                        """, tenant.value(), agent);
        return database.ask(tenant, all, AgentRows::numbers);
    }

    private static Sql within(Paging paging) {
        Sql spans = Where.during("created_at", paging.created())
                .and("and")
                .and(Where.during("updated_at", paging.updated()));
        return paging.before() == null ? spans : spans.and("and created_at < ?", paging.before());
    }

    private static Sql named(@Nullable String part) {
        return part == null ? Sql.of("") : Sql.of("and position(lower(?) in lower(name)) > 0", part);
    }

    private static Sql equal(String column, @Nullable Object value) {
        return value == null ? Sql.of("") : Sql.of("and " + column + " = ?", value);
    }

    private static Sql containing(@Nullable JsonText object) {
        return object == null ? Sql.of("") : Sql.of("and metadata::jsonb @> ?::jsonb", object.text());
    }
}
