package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.JsonText;
import dev.parlance.dialect.Wild;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// What of an agent's config matters here: how it begins a conversation on a channel. The rest is kept as it is.
record AgentConfig(JsonNode tree) {
    private static final String OVERRIDES = "channel_overrides";
    private static final String PROPERTIES = "channel_properties";
    private static final String STARTING_MESSAGE = "starting_message";
    private static final String ENABLED = "enabled";
    private static final String SUBJECT = "default_subject";

    /// A config that was checked when it was written.
    static AgentConfig of(JsonText config) {
        return new AgentConfig(config.tree());
    }

    /// The config in a request; what of it is wrong is noted.
    static Optional<JsonText> read(Wild config) {
        if (!config.node().isObject()) {
            return config.mistake("dict_type", "a JSON object");
        }
        check(config, STARTING_MESSAGE, "text", JsonNode::isString);
        for (String part : new String[] {OVERRIDES, PROPERTIES}) {
            Wild channels = config.object(part);
            for (String channel : channels.node().propertyNames()) {
                Wild own = channels.object(channel);
                check(own, STARTING_MESSAGE, "text", JsonNode::isString);
                check(own, ENABLED, "true or false", JsonNode::isBoolean);
                check(own, SUBJECT, "text", JsonNode::isString);
            }
        }
        return findObject(config);
    }

    /// A JSON object of any members that a store keeps.
    static Optional<JsonText> findObject(Wild value) {
        try {
            return value.node().isObject()
                    ? Optional.of(JsonText.of(value.node()))
                    : value.mistake("dict_type", "a JSON object");
        } catch (IllegalArgumentException e) {
            return value.mistake("dict_type", "a JSON object whose numbers have at most 1000 digits");
        }
    }

    /// What the agent says first on this channel, empty when it waits.
    Optional<String> findGreeting(Medium channel) {
        return findText(tree.path(OVERRIDES).path(channel.word()).path(STARTING_MESSAGE))
                .or(() -> findText(tree.path(STARTING_MESSAGE)));
    }

    boolean isEnabled(Medium channel) {
        return tree.path(PROPERTIES).path(channel.word()).path(ENABLED).asBoolean(true);
    }

    /// The subject of e-mails that are given none.
    Optional<String> findSubject() {
        return findText(tree.path(PROPERTIES).path(Medium.EMAIL.word()).path(SUBJECT));
    }

    private static Optional<String> findText(JsonNode node) {
        return node.isString() && !node.stringValue().isEmpty() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static void check(Wild object, String name, String accepted, Predicate<JsonNode> is) {
        Wild member = object.member(name);
        boolean absent = member.node().isMissingNode() || member.node().isNull();
        if (!absent && !is.test(member.node())) {
            member.mistake("type", accepted);
        }
    }
}
