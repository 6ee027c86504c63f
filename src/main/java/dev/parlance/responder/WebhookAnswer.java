package dev.parlance.responder;

import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what a tenant's address answers: `text`, `uses`, `handoff`. Members that we do not know are left alone.
final class WebhookAnswer {
    private static final int MOST_USES = 1000;

    private WebhookAnswer() {}

    /// @throws ResponderFailure naming the member that is wrong
    static Answer read(String body) {
        JsonNode tree = tree(body);
        JsonNode handoff = tree.path("handoff");
        String text = text(tree, "text", "text");
        if (text != null && text.isBlank()) {
            throw wrong("text is empty");
        }
        if (text == null && isAbsent(handoff)) {
            throw wrong("it has neither text nor handoff");
        }
        return new Answer(text, uses(tree.path("uses")), isAbsent(handoff) ? null : handoff(handoff));
    }

    private static JsonNode tree(String body) {
        JsonNode tree;
        try {
            tree = JsonText.parse(body);
            JsonText.of(tree);
        } catch (IllegalArgumentException e) {
            throw wrong("it is " + e.getMessage());
        }
        if (!tree.isObject()) {
            throw wrong("it is not a JSON object");
        }
        return tree;
    }

    private static Handoff handoff(JsonNode handoff) {
        if (!handoff.isObject()) {
            throw wrong("handoff is not an object");
        }
        String summary = text(handoff, "summary", "handoff.summary");
        return new Handoff(
                summary == null ? "" : summary, findWord(handoff, "sentiment", "handoff", Sentiment.values()), null);
    }

    private static List<Use> uses(JsonNode uses) {
        if (isAbsent(uses)) {
            return List.of();
        }
        if (!uses.isArray() || uses.size() > MOST_USES) {
            throw wrong("uses is not an array of at most " + MOST_USES);
        }
        List<Use> read = new ArrayList<>();
        for (JsonNode use : uses.values()) {
            read.add(use("uses[" + read.size() + "]", use));
        }
        return read;
    }

    private static Use use(String path, JsonNode use) {
        ResourceType type = word(use, "type", path, ResourceType.values());
        UseKind kind = word(use, "kind", path, UseKind.values());
        String id = text(use, "id", path + ".id");
        if (id == null || id.isBlank()) {
            throw wrong(path + ".id is missing");
        }
        if (type == ResourceType.ACTION && kind == UseKind.AVAILABLE) {
            throw wrong(path + ".kind is available, and an action is only ever applied");
        }
        return new Use(
                type,
                id,
                kind,
                text(use, "name", path + ".name"),
                json(use.path("arguments")),
                json(use.path("result")),
                use.path("error").asBoolean(false));
    }

    private static @Nullable String text(JsonNode object, String name, String path) {
        JsonNode value = object.path(name);
        if (!isAbsent(value) && !value.isString()) {
            throw wrong(path + " is not text");
        }
        return isAbsent(value) ? null : value.stringValue();
    }

    private static <E extends Enum<E>> E word(JsonNode object, String name, String path, E[] accepted) {
        E word = findWord(object, name, path, accepted);
        if (word == null) {
            throw wrong(path + "." + name + " is missing");
        }
        return word;
    }

    private static <E extends Enum<E>> @Nullable E findWord(JsonNode object, String name, String path, E[] accepted) {
        String given = text(object, name, path + "." + name);
        for (E one : accepted) {
            if (one.name().toLowerCase(Locale.ROOT).equals(given)) {
                return one;
            }
        }
        if (given == null) {
            return null;
        }
        throw wrong(path + "." + name + " is none of "
                + Arrays.stream(accepted)
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    private static @Nullable JsonText json(JsonNode value) {
        return isAbsent(value) ? null : JsonText.of(value);
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static ResponderFailure wrong(String what) {
        return ResponderFailure.lasting("The webhook's answer cannot be used: " + what + ".");
    }
}
