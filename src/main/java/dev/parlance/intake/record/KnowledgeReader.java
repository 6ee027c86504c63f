package dev.parlance.intake.record;

import dev.parlance.conversation.KnowledgeItem;
import dev.parlance.problem.Mistake;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Reads items of knowledge: `id`, `title`, `text`, and `updated_at`, which is now by default.
public final class KnowledgeReader {
    private final Clock clock;

    public KnowledgeReader(Clock clock) {
        this.clock = clock;
    }

    /// The item, or else its mistakes.
    public Optional<KnowledgeItem> read(JsonNode record, Consumer<Mistake> mistaken) {
        Mistakes mistakes = new Mistakes();
        Optional<KnowledgeItem> item = Members.find("", record, mistakes).map(this::item);
        if (mistakes.none()) {
            return item;
        }
        mistakes.list().forEach(mistaken);
        return Optional.empty();
    }

    /// Complete even with mistakes, which then make it worthless.
    private KnowledgeItem item(Members record) {
        List.of("id", "title", "text").forEach(record::require);
        String id = record.name("id");
        String title = record.name("title");
        String text = record.text("text");
        if (text != null && text.length() > KnowledgeItem.LONGEST) {
            record.wrong("text", "text", "text of more than " + KnowledgeItem.LONGEST + " characters");
        }
        Instant updated = record.instant("updated_at");
        record.close();
        return new KnowledgeItem(
                Objects.requireNonNullElse(id, ""),
                Objects.requireNonNullElse(title, ""),
                Objects.requireNonNullElse(text, ""),
                updated == null ? clock.instant() : updated);
    }
}
