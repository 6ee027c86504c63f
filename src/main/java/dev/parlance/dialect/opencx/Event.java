package dev.parlance.dialect.opencx;

import dev.parlance.conversation.Attachment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One thing in a session's history. Its `type` is a word of the vendor's list of message types.
record Event(
        UUID id,
        Instant at,
        String type,
        Sender sender,
        String text,
        List<Attachment> attachments,
        ObjectNode context) {
    /// Who is behind it: `contact`, `ai`, `human_agent` or `system`.
    record Sender(String type, @Nullable String name) {
        static final Sender SYSTEM = new Sender("system", null);
    }

    static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
