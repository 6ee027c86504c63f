package dev.parlance.dialect.parlance;

import dev.parlance.conversation.Attachment;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Use;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Moments;
import dev.parlance.query.Row;
import tools.jackson.core.JsonGenerator;

/// Writes messages under the import record's names.
final class MessageJson {
    private MessageJson() {}

    static void write(JsonGenerator json, String name, View view, Row row) {
        json.writeArrayPropertyStart(name);
        row.messages().forEach(message -> write(json, view, row.conversation().number(), message));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, View view, long number, Message message) {
        Members members = new Members(json);
        json.writeStartObject();
        json.writeStringProperty("id", message.id().toString());
        json.writeStringProperty("author", message.author().word());
        members.nullable("author_name", message.authorName());
        json.writeStringProperty("at", Moments.micros(message.at()));
        json.writeStringProperty("text", message.text());
        json.writeArrayPropertyStart("attachments");
        message.attachments().forEach(each -> attachment(members, view, number, each));
        json.writeEndArray();
        json.writeArrayPropertyStart("uses");
        message.uses().forEach(each -> use(members, each));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void attachment(Members members, View view, long number, Attachment attachment) {
        JsonGenerator json = members.json();
        json.writeStartObject();
        json.writeStringProperty("name", attachment.name());
        FileJson.write(members, attachment.url(), attachment.file(), view, number);
        members.nullable("mime_type", attachment.mimeType());
        if (attachment.size() == null) {
            json.writeNullProperty("size");
        } else {
            json.writeNumberProperty("size", attachment.size());
        }
        json.writeEndObject();
    }

    private static void use(Members members, Use use) {
        JsonGenerator json = members.json();
        json.writeStartObject();
        json.writeStringProperty("type", use.type().word());
        json.writeStringProperty("id", use.resourceId());
        json.writeStringProperty("kind", use.kind().word());
        members.nullable("name", use.name());
        members.nullable("arguments", use.arguments());
        members.nullable("result", use.result());
        json.writeBooleanProperty("error", use.error());
        json.writeEndObject();
    }
}
