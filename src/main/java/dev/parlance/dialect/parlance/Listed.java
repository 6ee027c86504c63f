package dev.parlance.dialect.parlance;

import dev.parlance.dialect.Members;
import dev.parlance.http.Reply;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Answers a list: `{"data": [...], "next": ...}`.
final class Listed {
    private Listed() {}

    static <T> Reply reply(List<T> page, @Nullable String next, BiConsumer<JsonGenerator, T> writer) {
        return Reply.ok(page, json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("data");
            page.forEach(each -> writer.accept(json, each));
            json.writeEndArray();
            new Members(json).nullable("next", next);
            json.writeEndObject();
        });
    }

    /// All there is, on one page.
    static <T> Reply whole(List<T> all, BiConsumer<JsonGenerator, T> writer) {
        return reply(all, null, writer);
    }
}
