package dev.parlance.dialect.anyreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import tools.jackson.databind.JsonNode;

/// Agents and conversations made through the API, for tests that need some.
record Reception(Served served) {
    static final String GREETING = "Hello, what can I do for you?";
    static final String CONFIG = "{\"starting_message\":\"" + GREETING + "\"}";

    /// An agent without a version.
    String agent(String name) {
        return made("/core/agents", "{\"name\":\"" + name + "\"}").get("id").stringValue();
    }

    /// An agent of this config, published.
    String published(String config) {
        String agent = agent("Reception");
        version(agent, config);
        publish(agent, "1", "{}");
        return agent;
    }

    /// One more version, not published.
    String version(String agent, String config) {
        return made(AgentCalls.AGENTS + "/" + agent + "/versions", "{\"config\":" + config + "}")
                .get("id")
                .stringValue();
    }

    JsonNode publish(String agent, String version, String body) {
        return made(AgentCalls.AGENTS + "/" + agent + "/versions/" + version + "/publish", body);
    }

    /// A text conversation with an agent that greets.
    String conversation() {
        JsonNode made = made(
                Anyreach.CONVERSATIONS,
                "{\"channel\":\"text\",\"user_id\":\"guest_1\",\"agent_config\":" + CONFIG + "}");
        return made.at("/conversation/id").stringValue();
    }

    JsonNode conversation(String id) {
        Served.Answered answer = served.get(Anyreach.CONVERSATIONS + "/" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode made(String path, String body) {
        Served.Answered answer = served.post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
