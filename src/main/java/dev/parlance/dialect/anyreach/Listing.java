package dev.parlance.dialect.anyreach;

import dev.parlance.query.Query;
import java.util.EnumSet;
import java.util.Set;

/// What a request to list asks for and which columns it shows.
record Listing(Query query, Set<Column> columns) {
    Listing {
        columns = EnumSet.copyOf(columns);
    }
}
