package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.JsonText;
import dev.parlance.dialect.Moments;
import dev.parlance.dialect.StorableText;
import dev.parlance.http.Request;
import dev.parlance.query.Agents;
import dev.parlance.query.Span;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the requests to list agents and versions. One more than the limit is asked for, to know whether there is more.
final class AgentListing {
    private static final int MOST = 1000;
    private static final int USUAL = 100;

    private final QueryParameters parameters;
    private final int limit;

    AgentListing(Request request) {
        this.parameters = new QueryParameters(request);
        this.limit = parameters.integer("limit", 1, MOST, USUAL);
    }

    /// How many are wanted.
    int limit() {
        return limit;
    }

    Agents.Listing agents() {
        Agents.Listing listing = new Agents.Listing(
                parameters.findText("name").filter(part -> !part.isEmpty()).orElse(null),
                parameters.flag("active"),
                parameters.flag("is_demo"),
                metadata(),
                paging());
        parameters.check();
        return listing;
    }

    Agents.VersionListing versions() {
        Long number = parameters.integer("version");
        Agents.VersionListing listing = new Agents.VersionListing(
                number == null ? null : Math.toIntExact(Math.clamp(number, 0, Integer.MAX_VALUE)),
                parameters.flag("published"),
                paging());
        parameters.check();
        return listing;
    }

    private Agents.Paging paging() {
        Optional<String> text = parameters.findText("cursor").filter(given -> !given.isEmpty());
        Optional<Cursor> cursor = text.flatMap(Cursor::find);
        if (text.isPresent() && cursor.isEmpty()) {
            parameters.wrong("cursor", "value_error", "cursor must be Base64 of the created_at of the last item");
        }
        Instant before = cursor.map(Cursor::created).orElse(null);
        return new Agents.Paging(span("created"), span("updated"), before, limit + 1);
    }

    private Span span(String name) {
        return new Span(
                parameters.instant(name + "_after", Moments::find),
                parameters.instant(name + "_before", Moments::findEnd));
    }

    private @Nullable JsonText metadata() {
        Optional<String> text = parameters.findText("metadata");
        try {
            JsonText json = text.isEmpty() ? null : JsonText.of(JsonText.parse(text.get()));
            if (json == null || (json.tree().isObject() && StorableText.is(json.text()))) {
                return json;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        parameters.wrong("metadata", "json_invalid", "metadata must be a JSON object");
        return null;
    }
}
