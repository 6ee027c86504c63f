package dev.parlance.journal;

import dev.parlance.conversation.By;
import dev.parlance.conversation.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the journal is to tell of one deed: never the words of a message.
public record Entry(
        Change.Kind kind,
        @Nullable UUID subject,
        By by,
        Instant at,
        @Nullable JsonText detail) {

    /// The members of a detail, lists and texts; those without a value are left out.
    static JsonText detail(Map<String, ? extends @Nullable Object> members) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        members.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                list.forEach(each -> detail.withArray(name).add(String.valueOf(each)));
            } else if (value != null) {
                detail.put(name, value.toString());
            }
        });
        return JsonText.of(detail);
    }
}
