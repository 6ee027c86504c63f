package dev.parlance.dialect.ohallo;

import dev.parlance.http.Reply;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// The body of every answer to a command.
final class Acknowledged {
    private Acknowledged() {}

    static Reply reply() {
        return Reply.ok(List.of(), Acknowledged::write);
    }

    static void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeBooleanProperty("ok", true);
        json.writeEndObject();
    }
}
