package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.Direction;
import dev.parlance.conversation.Instants;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.StableId;
import dev.parlance.dialect.Moments;
import dev.parlance.dialect.StorableText;
import dev.parlance.http.Request;
import dev.parlance.problem.Problem;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.NumberField;
import dev.parlance.query.Page;
import dev.parlance.query.Query;
import dev.parlance.query.Sort;
import dev.parlance.query.Span;
import dev.parlance.query.TextField;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Permission;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the request to list conversations. What the token may not see is refused before anything is called wrong.
final class ListingReader {
    private static final int MOST = 1000;
    private static final int USUAL = 100;

    private final Access access;
    private final QueryParameters parameters;
    private final List<Filter> filters = new ArrayList<>();

    private ListingReader(Request request) {
        this.access = request.access();
        this.parameters = new QueryParameters(request);
    }

    static Listing read(Request request) {
        request.access().require(Permission.CONVERSATIONS_READ);
        return new ListingReader(request).listing();
    }

    private Listing listing() {
        Set<Column> columns = Column.chosen(parameters, access);
        customMetadata();
        words();
        numbers();
        instants();
        Page page = page();
        parameters.check();
        Query query = Query.of(new Filter.All(filters), Sort.newestFirst(InstantField.CREATED), page);
        return new Listing(columns.contains(Column.CONVERSATION) ? query.withTranscripts() : query, columns);
    }

    private void customMetadata() {
        Optional<String> text = parameters.findText("custom_metadata");
        if (text.isEmpty()) {
            return;
        }
        if (!access.seesSensitive()) {
            throw new Problem.Forbidden(
                            "custom_metadata needs the scope " + Permission.CONVERSATIONS_READ_SENSITIVE.scope())
                    .refusal();
        }
        findObject(text.get())
                .ifPresent(object -> filters.add(new Filter.CustomData(Filter.Owner.CONVERSATION, object)));
    }

    private Optional<JsonText> findObject(String text) {
        try {
            JsonText json = JsonText.of(JsonText.parse(text));
            if (!StorableText.is(json.text())) {
                throw new IllegalArgumentException("half a surrogate pair");
            }
            if (json.tree().isObject()) {
                return Optional.of(json);
            }
            parameters.wrong("custom_metadata", "dict_type", "custom_metadata must be a JSON object");
        } catch (IllegalArgumentException e) {
            parameters.wrong(
                    "custom_metadata",
                    "json_invalid",
                    "custom_metadata must be a JSON object that PostgreSQL can hold");
        }
        return Optional.empty();
    }

    private void words() {
        parameters.findOneOf("direction", Direction.values()).ifPresent(one -> equal(Field.DIRECTION, one.word()));
        parameters
                .findOneOf("channel", Medium.values())
                .ifPresent(one -> filters.add(new Filter.OneOf(Field.CHANNEL, one.channels())));
        parameters
                .findOneOf("status", Status.values())
                .ifPresent(one -> filters.add(new Filter.OneOf(Field.STATE, one.states())));
        contains("user_id", TextField.USER);
        contains("agent_number", TextField.AGENT_NUMBER);
        parameters
                .findText("agent_id")
                .ifPresent(id -> equal(Field.AGENT, StableId.of("agent", id).toString()));
        parameters.findText("agent_version_id").ifPresent(id -> equal(Field.AGENT_VERSION, id));
        parameters.findText("web_widget_id").ifPresent(id -> equal(Field.WEB_WIDGET, id));
    }

    private void equal(Field field, String value) {
        filters.add(new Filter.OneOf(field, Set.of(value)));
    }

    /// Empty text is a part of everything, even of what is missing.
    private void contains(String name, TextField field) {
        parameters
                .findText(name)
                .filter(part -> !part.isEmpty())
                .ifPresent(part -> filters.add(new Filter.Contains(field, part)));
    }

    private void numbers() {
        between("duration", NumberField.DURATION);
        between("user_turn_count", NumberField.USER_TURNS);
    }

    private void between(String name, NumberField field) {
        Long least = parameters.integer(name + "_above");
        Long most = parameters.integer(name + "_below");
        if (least != null || most != null) {
            filters.add(new Filter.Between(field, least, most));
        }
    }

    private void instants() {
        during("created", InstantField.CREATED);
        during("updated", InstantField.UPDATED);
    }

    private void during(String name, InstantField field) {
        Instant from = parameters.instant(name + "_after", Moments::find);
        Instant to = parameters.instant(name + "_before", Moments::findEnd);
        during(field, from, to);
    }

    private void during(InstantField field, @Nullable Instant from, @Nullable Instant to) {
        if (from != null || to != null) {
            filters.add(new Filter.During(field, new Span(from, to)));
        }
    }

    private Page page() {
        int limit = parameters.integer("limit", 1, MOST, USUAL);
        Optional<String> text = parameters.findText("cursor").filter(given -> !given.isEmpty());
        Optional<Cursor> cursor = text.flatMap(Cursor::find);
        if (text.isPresent() && cursor.isEmpty()) {
            parameters.wrong(
                    "cursor", "value_error", "cursor must be Base64 of the created_at of the last item, or of a Link");
        }
        return cursor.map(after -> page(after, limit)).orElseGet(() -> Page.first(limit));
    }

    private Page page(Cursor after, int limit) {
        if (after.number().isPresent()) {
            return new Page.After(after.created(), after.number().getAsLong(), limit);
        }
        if (after.created().equals(Instants.EARLIEST)) {
            filters.add(Filter.NOTHING);
        } else {
            during(InstantField.CREATED, null, after.created().minus(1, ChronoUnit.MICROS));
        }
        return Page.first(limit);
    }
}
