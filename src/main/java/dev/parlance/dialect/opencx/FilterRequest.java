package dev.parlance.dialect.opencx;

import dev.parlance.dialect.Mistakes;
import dev.parlance.dialect.Wild;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.Page;
import dev.parlance.query.Query;
import dev.parlance.query.Sort;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The body of `POST /chat/sessions/filter`. Members that are absent or null have their defaults, unknown ones are
/// ignored.
record FilterRequest(Filter filter, Sort sort, long page, int limit) {
    private static final int DEFAULT_LIMIT = 25;
    private static final int LARGEST_LIMIT = 100;
    /// No tenant has more rows; further pages are as empty.
    private static final long LARGEST_OFFSET = 9_007_199_254_740_991L;

    private static final Map<String, InstantField> FIELDS =
            new TreeMap<>(Map.of("last_message_at", InstantField.ACTIVITY, "created_at", InstantField.CREATED));
    private static final Map<String, Boolean> DESCENDING = new TreeMap<>(Map.of("asc", false, "desc", true));

    /// Reads the body; a missing one asks for everything.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with every mistake
    static FilterRequest read(JsonNode body) {
        Mistakes mistakes = new Mistakes();
        Wild whole = Wild.body(body, mistakes);
        FilterRequest request = new FilterRequest(
                Filters.read(whole.member("filters")),
                new Sort(
                        whole.find("sort_by", one -> one.findOneOf(FIELDS)).orElse(InstantField.ACTIVITY),
                        whole.find("sort_order", one -> one.findOneOf(DESCENDING))
                                .orElse(true)),
                whole.find("page", one -> one.findInteger(1, Long.MAX_VALUE)).orElse(1L),
                whole.find("limit", one -> one.findInteger(1, LARGEST_LIMIT))
                        .map(Long::intValue)
                        .orElse(DEFAULT_LIMIT));
        mistakes.check();
        return request;
    }

    Query query() {
        long before = page - 1;
        long offset = before > LARGEST_OFFSET / limit ? LARGEST_OFFSET : before * limit;
        return Query.of(filter, sort, new Page.Offset(offset, limit));
    }
}
