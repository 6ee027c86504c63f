package dev.parlance.dialect.ohallo;

import dev.parlance.http.Reply;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// A list that the vendor does not page: few rows are answered at once, many as a stream in constant memory.
@FunctionalInterface
interface Everything<T> {
    int CHUNK = 500;

    /// The first `limit` rows after the last one, or from the beginning.
    List<T> rows(@Nullable T last, int limit);

    /// All rows as one array.
    default Reply reply(BiConsumer<JsonGenerator, T> writer) {
        List<T> first = rows(null, CHUNK);
        return first.size() < CHUNK
                ? Reply.ok(first, json -> {
                    json.writeStartArray();
                    first.forEach(row -> writer.accept(json, row));
                    json.writeEndArray();
                })
                : Reply.streamed(json -> stream(json, first, writer));
    }

    private long stream(JsonGenerator json, List<T> first, BiConsumer<JsonGenerator, T> writer) {
        long count = 0;
        json.writeStartArray();
        for (List<T> rows = first; !rows.isEmpty(); rows = rows(rows.getLast(), CHUNK)) {
            rows.forEach(row -> writer.accept(json, row));
            count += rows.size();
        }
        json.writeEndArray();
        return count;
    }
}
