package dev.parlance.query;

import java.util.List;
import java.util.OptionalLong;

/// One page of an answer. `more` says whether further rows follow; `total` is exact, and absent when it was not asked
/// for.
public record Answer(List<Row> rows, boolean more, OptionalLong total) {
    public Answer {
        rows = List.copyOf(rows);
    }
}
