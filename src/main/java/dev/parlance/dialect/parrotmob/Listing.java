package dev.parlance.dialect.parrotmob;

import dev.parlance.query.Filter;
import dev.parlance.query.Page;
import dev.parlance.query.Query;
import dev.parlance.query.Sort;

/// What a request to list asks for; a limit of 0 means all.
record Listing(Filter filter, Sort sort, long limit, long offset) {
    private static final long MOST_WHOLE = 1000;

    /// Whether the answer may be too long to be held in memory.
    boolean isLong() {
        return limit == 0 || limit > MOST_WHOLE;
    }

    Query query() {
        int most = limit == 0 ? Page.UNLIMITED : Math.toIntExact(Math.min(limit, Page.UNLIMITED));
        return Query.of(filter, sort, new Page.Offset(offset, most));
    }

    /// The question how many there are, with as few rows as can be.
    Query count() {
        return Query.of(filter, sort, Page.first(1)).counted();
    }
}
