package dev.parlance.dialect.anyreach;

import static dev.parlance.dialect.anyreach.AgentsTest.good;
import static dev.parlance.dialect.anyreach.AgentsTest.ids;
import static dev.parlance.dialect.anyreach.AgentsTest.walked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// The versions of agents, and the numbers that a published one answers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VersionsTest {
    private static final String AGENTS = AgentCalls.AGENTS;

    private Served served;
    private Reception reception;

    @BeforeAll
    void serve() {
        served = Served.of(Anyreach::dialect, List.of());
        reception = new Reception(served);
    }

    @AfterAll
    void close() {
        served.close();
    }

    @BeforeEach
    void noAgents() {
        served.run("truncate agent, agent_version, phone_number, receipt");
    }

    @Test
    void versionsAreNumberedFromOne() {
        String agent = reception.agent("A");
        String path = AGENTS + "/" + agent + "/versions";
        JsonNode first = good(served.post(path, "{\"config\":{\"starting_message\":\"Hi\",\"weight\":1.50}}"));
        assertThat(first.get("version").intValue()).isEqualTo(1);
        assertThat(first.get("published").booleanValue()).isFalse();
        assertThat(first.get("config").toString()).isEqualTo("{\"starting_message\":\"Hi\",\"weight\":1.50}");
        JsonNode second = good(served.post(path, "{\"base_version\":1}"));
        assertThat(second.get("version").intValue()).isEqualTo(2);
        assertThat(second.get("config")).isEqualTo(first.get("config"));
        JsonNode changed = good(served.call(
                "full", "PUT", path + "/2", "{\"config\":{},\"instruction_builder_inputs\":{\"tone\":\"kind\"}}"));
        assertThat(changed.get("config").toString()).isEqualTo("{}");
        assertThat(changed.at("/instruction_builder_inputs/tone").stringValue()).isEqualTo("kind");
        assertThat(good(served.get(path + "/2"))).isEqualTo(changed);
        assertThat(good(served.get(path + "/1"))).isEqualTo(first);
        assertThat(ids(served.get(path)))
                .containsExactly(second.get("id").stringValue(), first.get("id").stringValue());
    }

    @Test
    void versionsAreListedByPagesAndFiltered() {
        String agent = reception.agent("A");
        String path = AGENTS + "/" + agent + "/versions";
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.addFirst(reception.version(agent, "{}"));
        }
        reception.publish(agent, "2", "{}");
        assertThat(walked(served, path + "?limit=2", path)).isEqualTo(ids);
        assertThat(ids(served.get(path + "?published=true"))).containsExactly(ids.get(3));
        assertThat(ids(served.get(path + "?published=false"))).hasSize(4);
        assertThat(ids(served.get(path + "?version=4"))).containsExactly(ids.get(1));
        String created = good(served.get(path + "/3")).get("created_at").stringValue();
        assertThat(ids(served.get(path + "?created_after=" + created))).hasSize(3);
        assertThat(ids(served.get(path + "?created_before=" + created))).hasSize(3);
        assertThat(ids(served.get(path + "?updated_before=" + created))).hasSize(2);
        assertThat(ids(served.get(path + "?updated_after=" + created))).hasSize(4);
        assertThat(ids(served.get(
                        path + "?cursor=" + Cursor.after(Instant.parse(created)).text())))
                .hasSize(2);
    }

    @Test
    void theLatestVersionCanAlwaysBeChanged() {
        String agent = reception.agent("A");
        String path = AGENTS + "/" + agent + "/versions/latest";
        served.get("agents", path).is(404, "{\"detail\":\"Agent version not found\"}");
        JsonNode made = good(served.get(path));
        assertThat(made.get("version").intValue()).isEqualTo(1);
        assertThat(good(served.get(path))).isEqualTo(made);
        good(served.call("full", "PUT", path, "{\"config\":{\"a\":1}}"));
        reception.publish(agent, "latest", "{}");
        assertThat(good(served.get("agents", path)).get("version").intValue()).isEqualTo(1);
        JsonNode next = good(served.get(path));
        assertThat(next.get("version").intValue()).isEqualTo(2);
        assertThat(next.get("published").booleanValue()).isFalse();
        assertThat(next.get("config").toString()).isEqualTo("{\"a\":1}");
    }

    @Test
    void aPublishedVersionDoesNotChange() {
        String agent = reception.published(Reception.CONFIG);
        String path = AGENTS + "/" + agent + "/versions/1";
        JsonNode before = good(served.get(path));
        assertThat(before.get("published").booleanValue()).isTrue();
        served.call("full", "PUT", path, "{\"config\":{}}")
                .is(400, "{\"detail\":\"Version 1 is published and cannot be changed\"}");
        reception.publish(agent, "1", "{}");
        assertThat(good(served.get(path))).isEqualTo(before);
    }

    @Test
    void publishingAssignsNumbers() {
        String agent = reception.published("{}");
        String version =
                good(served.get(AGENTS + "/" + agent + "/versions/1")).get("id").stringValue();
        JsonNode in = reception.publish(
                agent, "1", "{\"phone_numbers\":[\"+4684468150\",\"+4684468150\"],\"direction\":\"inbound\"}");
        assertThat(in).hasSize(1);
        assertThat(in.at("/0/inbound_agent_version_id").stringValue()).isEqualTo(version);
        assertThat(in.at("/0/outbound_agent_version_id").isNull()).isTrue();
        JsonNode both = reception.publish(agent, "1", "{\"phone_numbers\":[\"+4684468151\"],\"direction\":\"both\"}");
        assertThat(both.at("/0/outbound_agent_version_id").stringValue()).isEqualTo(version);
        JsonNode out = reception.publish(
                agent, "1", "{\"unassign_phone_numbers\":[\"+4684468151\"],\"direction\":\"outbound\"}");
        assertThat(out.at("/0/inbound_agent_version_id").stringValue()).isEqualTo(version);
        assertThat(out.at("/0/outbound_agent_version_id").isNull()).isTrue();
        assertThat(reception.publish(agent, "1", "{}")).isEmpty();
    }
}
