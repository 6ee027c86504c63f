package dev.parlance.dialect.opencx;

import dev.parlance.conversation.Attachment;
import dev.parlance.conversation.StableId;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Moments;
import dev.parlance.tenant.FileLinks;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes the events of the session with this number, files with addresses that work for a while.
record EventJson(long number, FileLinks.Links links) {
    private static final String UNKNOWN = "application/octet-stream";

    /// The event as an item of the list.
    void write(JsonGenerator json, Event event) {
        json.writeStartObject();
        json.writeStringProperty("id", event.id().toString());
        json.writeStringProperty("created_at", Moments.millis(event.at()));
        json.writeObjectPropertyStart("event");
        json.writeStringProperty("type", event.type());
        json.writeObjectPropertyStart("sender");
        json.writeStringProperty("type", event.sender().type());
        new Members(json).nullable("name", event.sender().name());
        json.writeEndObject();
        json.writeObjectPropertyStart("content");
        json.writeStringProperty("type", "text");
        json.writeStringProperty("text", event.text());
        json.writeEndObject();
        json.writeArrayPropertyStart("attachments");
        for (int place = 0; place < event.attachments().size(); place++) {
            write(json, event, place);
        }
        json.writeEndArray();
        json.writeName("context");
        json.writeRawValue(event.context().toString());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Event event, int place) {
        Attachment attachment = event.attachments().get(place);
        UUID id = StableId.derived("attachment", event.id().toString(), Integer.toString(place));
        json.writeStartObject();
        json.writeStringProperty("id", id.toString());
        json.writeStringProperty("name", attachment.name());
        json.writeNumberProperty("size", attachment.size() == null ? 0 : attachment.size());
        json.writeStringProperty("type", attachment.mimeType() == null ? UNKNOWN : attachment.mimeType());
        new Members(json).nullable("url", url(attachment));
        json.writeEndObject();
    }

    private @Nullable String url(Attachment attachment) {
        FileLinks.Link held = attachment.file() == null ? null : links.find(number, attachment.file());
        return held == null ? attachment.url() : held.url();
    }
}
