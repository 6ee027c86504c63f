package dev.parlance.dialect.parlance;

import dev.parlance.dialect.Parameters;
import dev.parlance.http.Request;
import dev.parlance.problem.Mistake;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.Page;
import dev.parlance.query.Query;
import dev.parlance.query.Sort;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The parameters of `GET /v1/conversations`.
record ListRequest(Query query) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 1000;
    private static final int LARGEST_WITH_TRANSCRIPTS = 100;
    private static final Map<String, InstantField> SORTS = new TreeMap<>(Map.of(
            "created", InstantField.CREATED, "updated", InstantField.UPDATED, "activity", InstantField.ACTIVITY));
    private static final Map<String, Boolean> DESCENDING = new TreeMap<>(Map.of("asc", false, "desc", true));
    private static final List<String> NAMES = Stream.concat(
                    Filters.NAMES.stream(), Stream.of("sort", "order", "limit", "cursor", "count", "include"))
            .toList();

    /// Reads the parameters.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with every mistake
    static ListRequest read(Request request) {
        Parameters parameters = Accepted.parameters(request, NAMES);
        Filter filter = Filters.read(parameters);
        Sort sort = new Sort(
                parameters.findOneOf("sort", SORTS).orElse(InstantField.CREATED),
                parameters.findOneOf("order", DESCENDING).orElse(true));
        boolean transcripts =
                !Accepted.words(parameters, "include", List.of("transcript")).isEmpty();
        int limit = limit(parameters, transcripts);
        Page page = Cursor.page(parameters, request, limit);
        boolean counted = parameters.findBoolean("count").orElse(false);
        parameters.check();
        return new ListRequest(new Query(filter, sort, page, counted, transcripts));
    }

    private static int limit(Parameters parameters, boolean transcripts) {
        int limit = (int) parameters.integer("limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT);
        if (transcripts && limit > LARGEST_WITH_TRANSCRIPTS) {
            String accepted = "at most " + LARGEST_WITH_TRANSCRIPTS + " with include=transcript";
            parameters.mistakes().mustBe(Mistake.Place.QUERY, "limit", "integer", accepted, Integer.toString(limit));
        }
        return limit;
    }
}
