package dev.parlance.dialect.ohallo;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Moments;
import dev.parlance.query.Row;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes messages. What a contact says without a name of its own has the contact's.
final class MessageJson {
    private MessageJson() {}

    static void array(JsonGenerator json, Row row) {
        json.writeStartArray();
        row.messages().forEach(message -> write(json, message, senderName(row.conversation(), message)));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Message message, @Nullable String senderName) {
        json.writeStartObject();
        json.writeStringProperty("id", message.id().toString());
        json.writeStringProperty("role", role(message.author()));
        json.writeStringProperty("content", message.text());
        new Members(json).nullable("senderName", senderName);
        json.writeStringProperty("createdAt", Moments.millis(message.at()));
        json.writeEndObject();
    }

    private static String role(Author author) {
        return switch (author) {
            case CONTACT -> "customer";
            case AI, HUMAN -> "agent";
            case SYSTEM -> "system";
        };
    }

    private static @Nullable String senderName(Conversation conversation, Message message) {
        Contact contact = message.author() == Author.CONTACT ? conversation.contact() : null;
        return message.authorName() == null && contact != null ? contact.name() : message.authorName();
    }
}
