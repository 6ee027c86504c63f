package dev.parlance.store;

import dev.parlance.conversation.Channel;
import dev.parlance.conversation.ChannelAccount;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.Team;
import dev.parlance.conversation.TenantId;
import dev.parlance.query.Analyzer;
import dev.parlance.query.Places;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Workspaces, channels and companies in PostgreSQL.
final class PostgresPlaces implements Places {
    private final Database database;

    PostgresPlaces(Database database) {
        this.database = database;
    }

    @Override
    public List<Named> workspaces(TenantId tenant, @Nullable UUID workspace) {
        Sql all = Sql.of("select w.id, w.name from workspace w where w.tenant_id = ?", tenant.value());
        Sql own = workspace == null ? all : all.and("and w.id = ?", workspace);
        return database.ask(tenant, own.and("order by w.name"), PostgresPlaces::named);
    }

    @Override
    public List<ChannelAccount> channels(TenantId tenant, @Nullable UUID workspace) {
        Sql ordered = channel(tenant, workspace).and("order by w.name, a.channel, a.name, a.id");
        return database.ask(tenant, ordered, PostgresPlaces::channels);
    }

    @Override
    public Optional<ChannelAccount> findChannel(TenantId tenant, @Nullable UUID workspace, UUID id) {
        Sql one = channel(tenant, workspace).and("and a.id = ?", id);
        return database.ask(tenant, one, PostgresPlaces::channels).stream().findFirst();
    }

    @Override
    public List<Team> teams(TenantId tenant) {
        Sql all = Sql.of("select id, name, description from team where tenant_id = ? order by name", tenant.value());
        return database.ask(tenant, all, rows -> {
            List<Team> teams = new ArrayList<>();
            while (rows.next()) {
                Cells cells = new Cells(rows);
                teams.add(new Team(cells.id(), cells.text(), cells.findText()));
            }
            return teams;
        });
    }

    private static Sql channel(TenantId tenant, @Nullable UUID workspace) {
        Sql all = Sql.of("""
                select a.id, w.id, w.name, a.channel, a.name, a.display_name, a.enabled, a.created_at
                from channel_account a join workspace w on w.tenant_id = a.tenant_id and w.id = a.workspace_id
                where a.tenant_id = ?
                """, tenant.value());
        return workspace == null ? all : all.and("and a.workspace_id = ?", workspace);
    }

    private static List<ChannelAccount> channels(ResultSet rows) throws SQLException {
        List<ChannelAccount> channels = new ArrayList<>();
        while (rows.next()) {
            Cells cells = new Cells(rows);
            channels.add(new ChannelAccount(
                    cells.id(),
                    new Named(cells.id(), cells.text()),
                    cells.word(Channel.values()),
                    cells.text(),
                    cells.findText(),
                    cells.flag(),
                    cells.instant()));
        }
        return channels;
    }

    @Override
    public List<Named> companies(TenantId tenant, Companies wanted) {
        Sql found = company(tenant, wanted.workspace());
        for (String part : Analyzer.folded(wanted.text()).strip().split("\\s+", -1)) {
            found = part.isEmpty() ? found : found.and("and strpos(o.folded, ?) > 0", part);
        }
        Named after = wanted.after();
        if (after != null) {
            found = found.and("and (o.name, o.id) > (?, ?)", after.name(), after.id());
        }
        return database.ask(tenant, found.and("order by o.name, o.id limit ?", wanted.limit()), PostgresPlaces::named);
    }

    @Override
    public Optional<Named> findCompany(TenantId tenant, @Nullable UUID workspace, UUID id) {
        Sql one = company(tenant, workspace).and("and o.id = ?", id);
        return database.ask(tenant, one, PostgresPlaces::named).stream().findFirst();
    }

    private static Sql company(TenantId tenant, @Nullable UUID workspace) {
        Sql all = Sql.of("select o.id, o.name from company o where o.tenant_id = ?", tenant.value());
        return workspace == null ? all : all.and("""
                and exists (select from contact k
                join conversation c on c.tenant_id = k.tenant_id and c.contact_id = k.id
                where k.tenant_id = ? and k.company_id = o.id and c.workspace_id = ?)
                """, tenant.value(), workspace);
    }

    @Override
    public Set<UUID> linkedByHand(TenantId tenant, Set<UUID> contacts) {
        Sql linked = Sql.of(
                "select id from contact where tenant_id = ? and id = any(?) and linked",
                tenant.value(),
                new Sql.Values("uuid", List.copyOf(contacts)));
        return database.ask(tenant, linked, rows -> {
            Set<UUID> ids = new HashSet<>();
            while (rows.next()) {
                ids.add(new Cells(rows).id());
            }
            return ids;
        });
    }

    private static List<Named> named(ResultSet rows) throws SQLException {
        List<Named> all = new ArrayList<>();
        while (rows.next()) {
            Cells cells = new Cells(rows);
            all.add(new Named(cells.id(), cells.text()));
        }
        return all;
    }
}
