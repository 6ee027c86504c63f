package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.JsonText;
import dev.parlance.dialect.Given;
import dev.parlance.dialect.Wild;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which agent a conversation is begun with.
sealed interface AgentReference {
    /// A version of an agent; null is its latest published one.
    record Stored(String agent, @Nullable Integer version) implements AgentReference {}

    record Version(String id) implements AgentReference {}

    record Inline(JsonText config) implements AgentReference {}

    record Nobody() implements AgentReference {}

    List<String> NAMES = List.of("agent_id", "agent_version_id", "agent_config");

    /// The one reference of a body; more than one, and a version without its agent, is noted.
    static AgentReference read(Given body) {
        long given = NAMES.stream().filter(name -> body.find(name).isPresent()).count();
        if (given > 1) {
            body.mistake("agent_id", "value_error", "given alone, without agent_version_id and agent_config");
        }
        Optional<Wild> version = body.find("version");
        if (version.isPresent() && body.find("agent_id").isEmpty()) {
            body.mistake("version", "value_error", "given together with agent_id");
        }
        Integer number = version.flatMap(AgentReference::findNumber).orElse(null);
        Optional<AgentReference> stored = body.findText("agent_id").map(id -> new Stored(id, number));
        return stored.or(() -> body.findText("agent_version_id").map(Version::new))
                .or(() -> body.find("agent_config").flatMap(AgentConfig::read).map(Inline::new))
                .orElseGet(Nobody::new);
    }

    /// Empty for the latest one, and for what is wrong.
    private static Optional<Integer> findNumber(Wild version) {
        if (version.node().isString() && version.node().stringValue().equals("latest")) {
            return Optional.empty();
        }
        if (!version.node().isNumber()) {
            return version.mistake("int_type", "an integer or latest");
        }
        return version.findInteger(1, Integer.MAX_VALUE).map(Math::toIntExact);
    }
}
