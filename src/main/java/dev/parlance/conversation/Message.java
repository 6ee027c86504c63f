package dev.parlance.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One utterance. Only messages of the AI have uses.
public record Message(
        UUID id,
        Author author,
        @Nullable String authorName,
        Instant at,
        String text,
        List<Attachment> attachments,
        List<Use> uses) {
    public Message {
        attachments = List.copyOf(attachments);
        uses = List.copyOf(uses);
    }
}
