package dev.parlance.intake.record;

import dev.parlance.conversation.Attachment;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import dev.parlance.journal.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads messages with what came with them and what they used.
public record MessageReader(Origin origin) {
    private static final int MOST_MESSAGES = 100_000;
    private static final int MOST_PARTS = 1000;

    /// The array `messages` of a record, those with mistakes left out.
    public List<Draft.MessageDraft> messages(Members record) {
        List<JsonNode> given = record.elements("messages", MOST_MESSAGES);
        List<Draft.MessageDraft> messages = new ArrayList<>(given.size());
        for (int i = 0; i < given.size(); i++) {
            Draft.MessageDraft message = record.findElement("messages", i, given.get(i))
                    .map(this::message)
                    .orElse(null);
            if (message != null) {
                messages.add(message);
            }
        }
        return messages;
    }

    /// A message that is the whole body; null when it has mistakes.
    public Draft.@Nullable MessageDraft message(Members message) {
        message.require("author");
        message.require("text");
        String id = message.name("id");
        Author author = message.word("author", Author.values());
        String authorName = message.text("author_name");
        String text = message.text("text");
        var at = message.instant("at");
        List<Attachment> attachments = attachments(message);
        List<Use> uses = uses(message, author);
        message.close();
        return author == null || text == null
                ? null
                : new Draft.MessageDraft(id, author, authorName, text, at, attachments, uses);
    }

    private List<Attachment> attachments(Members message) {
        List<JsonNode> given = message.elements("attachments", MOST_PARTS);
        return IntStream.range(0, given.size())
                .mapToObj(i -> message.findElement("attachments", i, given.get(i)))
                .flatMap(attachment -> attachment.map(this::attachment).stream())
                .toList();
    }

    private Attachment attachment(Members attachment) {
        attachment.require("name");
        String name = attachment.name("name");
        Places places = new Places(attachment, origin);
        Attachment given = new Attachment(
                name == null ? "" : name,
                places.url(),
                places.file(),
                attachment.text("mime_type"),
                attachment.integer("size", 0, Long.MAX_VALUE));
        attachment.close();
        return given;
    }

    private static List<Use> uses(Members message, @Nullable Author author) {
        List<JsonNode> given = message.elements("uses", MOST_PARTS);
        if (!given.isEmpty() && author != null && author != Author.AI) {
            message.wrong("uses", "unknown", "only messages of the ai have uses");
        }
        return IntStream.range(0, given.size())
                .mapToObj(i -> message.findElement("uses", i, given.get(i)))
                .map(use -> use.map(MessageReader::use).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Use use(Members use) {
        List.of("type", "id", "kind").forEach(use::require);
        ResourceType type = use.word("type", ResourceType.values());
        String id = use.name("id");
        UseKind kind = use.word("kind", UseKind.values());
        String name = use.text("name");
        JsonText arguments = use.json("arguments");
        JsonText result = use.json("result");
        boolean error = Boolean.TRUE.equals(use.flag("error"));
        use.close();
        if (type == ResourceType.ACTION && kind == UseKind.AVAILABLE) {
            use.wrong("kind", "enum", "\"available\" on an action, which is only ever applied");
            return null;
        }
        return type == null || id == null || kind == null
                ? null
                : new Use(type, id, kind, name, arguments, result, error);
    }
}
