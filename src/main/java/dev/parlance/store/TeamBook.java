package dev.parlance.store;

import dev.parlance.conversation.StableId;
import dev.parlance.conversation.Team;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Draft;
import dev.parlance.journal.Outcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The teams that a batch names: as they are stored, and as the batch leaves them so far.
final class TeamBook {
    private final Map<UUID, Team> before = new HashMap<>();
    private final Map<UUID, Team> after = new LinkedHashMap<>();
    private final Map<String, UUID> byName = new HashMap<>();

    static TeamBook read(Connection connection, TenantId tenant, List<Draft.TeamDraft> drafts) throws SQLException {
        TeamBook book = new TeamBook();
        List<Draft.TeamDraft> given = drafts.stream().distinct().toList();
        if (given.isEmpty()) {
            return book;
        }
        List<UUID> ids = given.stream().flatMap(TeamBook::ids).distinct().toList();
        List<String> names =
                given.stream().map(Draft.TeamDraft::name).distinct().toList();
        Sql.of("""
                        select id, name, description from team
                        where tenant_id = ? and (id = any(?) or name = any(?))
                        """, tenant.value(), new Sql.Values("uuid", ids), new Sql.Values("text", names))
                .ask(connection, book::shelve);
        return book;
    }

    private static Stream<UUID> ids(Draft.TeamDraft team) {
        return Stream.concat(
                Stream.ofNullable(team.id()).map(id -> StableId.of("team", id)),
                Stream.of(StableId.derived("team", team.name())));
    }

    private int shelve(ResultSet rows) throws SQLException {
        while (rows.next()) {
            Cells cells = new Cells(rows);
            Team team = new Team(cells.id(), cells.text(), cells.findText());
            before.put(team.id(), team);
            put(team);
        }
        return before.size();
    }

    private void put(Team team) {
        Team replaced = after.put(team.id(), team);
        if (replaced != null) {
            byName.remove(replaced.name());
        }
        byName.put(team.name(), team.id());
    }

    Optional<Outcome.Rejected> objection(Draft.@Nullable TeamDraft given) {
        if (given == null || given.id() == null) {
            return Optional.empty();
        }
        UUID holder = byName.get(given.name());
        return holder == null || holder.equals(StableId.of("team", given.id()))
                ? Optional.empty()
                : Optional.of(new Outcome.Rejected("team.name", "belongs to a team of another id"));
    }

    /// Brings in what the draft says of the team.
    UUID merge(Draft.TeamDraft given) {
        UUID id = id(given);
        Team known = after.get(id);
        String description = given.description() == null && known != null ? known.description() : given.description();
        put(new Team(id, given.name(), description));
        return id;
    }

    private UUID id(Draft.TeamDraft given) {
        if (given.id() != null) {
            return StableId.of("team", given.id());
        }
        UUID named = byName.get(given.name());
        if (named != null) {
            return named;
        }
        UUID derived = StableId.derived("team", given.name());
        return after.containsKey(derived) ? StableId.derived("team", given.name(), "again") : derived;
    }

    @Nullable
    Team after(@Nullable UUID id) {
        return id == null ? null : after.get(id);
    }

    /// Whether the team differs from what is stored, and the draft has a part in it.
    boolean changes(Draft.@Nullable TeamDraft given, @Nullable UUID id) {
        Team stored = id == null ? null : before.get(id);
        if (given == null || stored == null || stored.equals(after(id))) {
            return false;
        }
        boolean describes = given.description() != null && !given.description().equals(stored.description());
        return describes || !given.name().equals(stored.name());
    }

    /// The teams that are new or differ from what is stored.
    List<Team> changed() {
        return after.values().stream()
                .filter(team -> !team.equals(before.get(team.id())))
                .toList();
    }

    boolean isStored(Team team) {
        return before.containsKey(team.id());
    }

    /// Renamed teams lose their names first: two may have exchanged theirs.
    void write(Connection connection, TenantId tenant) throws SQLException {
        List<UUID> known =
                changed().stream().map(Team::id).filter(before::containsKey).toList();
        if (!known.isEmpty()) {
            Sql.of(
                            "update team set name = id::text where tenant_id = ? and id = any(?)",
                            tenant.value(),
                            new Sql.Values("uuid", known))
                    .change(connection);
        }
        Columns rows = new Columns();
        changed().forEach(team -> rows.add(team.id(), team.name(), team.description()));
        rows.change(connection, tenant, """
                insert into team (tenant_id, id, name, description)
                select ?, t.* from unnest(?::uuid[], ?::text[], ?::text[]) t
                on conflict (tenant_id, id) do update set name = excluded.name, description = excluded.description
                """);
    }
}
