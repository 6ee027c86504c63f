package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A client as extractors of customers are built: it asks for what was updated since the greatest `updated_at` it saw,
/// sends that again with every cursor, stops at an empty page or without `next`, and takes a repeated `next` for a
/// loop.
final class Extractor {
    /// As Python writes it: a space, microseconds only when there are some, an offset.
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Served served;
    private final String path;
    private final Runnable meanwhile;
    private final Map<String, JsonNode> records = new LinkedHashMap<>();
    private @Nullable Instant state;

    /// An extractor of a list; `meanwhile` runs before every request but the first of a run.
    Extractor(Served served, String path, Runnable meanwhile) {
        this.served = served;
        this.path = path;
        this.meanwhile = meanwhile;
    }

    /// The last of each record that was seen, by id.
    Map<String, JsonNode> records() {
        return records;
    }

    /// Reads the list once and says how many records it gave.
    int run() {
        Instant since = state;
        String next = null;
        int read = 0;
        while (true) {
            Served.Answered page = served.get(path + "?" + query(next, since));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            JsonNode items = page.json().get("items");
            String following = page.json().get("next").asString(null);
            if (items.isEmpty()) {
                assertThat(following).isNull();
                return read;
            }
            items.forEach(this::keep);
            read += items.size();
            if (following == null || following.isEmpty()) {
                return read;
            }
            assertThat(following).isNotEqualTo(next);
            next = following;
            meanwhile.run();
        }
    }

    private void keep(JsonNode item) {
        Instant updated = Instant.parse(item.get("updated_at").stringValue());
        records.put(item.get("id").stringValue(), item);
        state = state == null || updated.isAfter(state) ? updated : state;
    }

    private static String query(@Nullable String cursor, @Nullable Instant since) {
        String query = cursor == null ? "" : "cursor=" + cursor;
        return since == null
                ? query
                : query + "&updated_after=" + URLEncoder.encode(python(since), StandardCharsets.UTF_8);
    }

    private static String python(Instant instant) {
        int micros = instant.get(ChronoField.MICRO_OF_SECOND);
        String text = SECONDS.format(instant.atOffset(ZoneOffset.UTC));
        return text + (micros == 0 ? "" : "." + "%06d".formatted(micros)) + "+00:00";
    }
}
