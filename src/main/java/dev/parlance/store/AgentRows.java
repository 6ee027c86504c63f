package dev.parlance.store;

import dev.parlance.conversation.AgentProfile;
import dev.parlance.conversation.AgentVersion;
import dev.parlance.conversation.PhoneNumber;
import dev.parlance.conversation.StoredAgent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Rows of agents, versions and telephone numbers.
final class AgentRows {
    static final String AGENTS =
            "select id, name, description, active, is_demo, metadata, created_at, updated_at from agent ";
    static final String VERSIONS =
            "select id, agent_id, version, config, inputs, published_at, created_at, updated_at from agent_version ";
    static final String NUMBERS =
            "select number, inbound_version, outbound_version, created_at, updated_at from phone_number ";

    private AgentRows() {}

    static List<StoredAgent> agents(ResultSet rows) throws SQLException {
        List<StoredAgent> agents = new ArrayList<>();
        while (rows.next()) {
            Cells cells = new Cells(rows);
            agents.add(new StoredAgent(
                    cells.id(),
                    new AgentProfile(cells.text(), cells.findText(), cells.flag(), cells.flag(), cells.findJson()),
                    cells.instant(),
                    cells.instant()));
        }
        return agents;
    }

    static List<AgentVersion> versions(ResultSet rows) throws SQLException {
        List<AgentVersion> versions = new ArrayList<>();
        while (rows.next()) {
            Cells cells = new Cells(rows);
            versions.add(new AgentVersion(
                    cells.id(),
                    cells.id(),
                    cells.whole(),
                    cells.json(),
                    cells.findJson(),
                    cells.findInstant(),
                    cells.instant(),
                    cells.instant()));
        }
        return versions;
    }

    static List<PhoneNumber> numbers(ResultSet rows) throws SQLException {
        List<PhoneNumber> numbers = new ArrayList<>();
        while (rows.next()) {
            Cells cells = new Cells(rows);
            numbers.add(
                    new PhoneNumber(cells.text(), cells.findId(), cells.findId(), cells.instant(), cells.instant()));
        }
        return numbers;
    }
}
