package dev.parlance.query;

import java.time.Instant;

/// Which rows of the ordered answer are wanted. `limit` is at least 1; [#UNLIMITED] means all of them.
public sealed interface Page {
    int UNLIMITED = Integer.MAX_VALUE;

    int limit();

    /// Skip `offset` rows.
    record Offset(long offset, int limit) implements Page {
        public Offset {
            check(limit);
            if (offset < 0) {
                throw new IllegalArgumentException("an offset is at least 0");
            }
        }
    }

    /// The rows that come strictly after the given sort key and number.
    record After(Instant key, long number, int limit) implements Page {
        public After {
            check(limit);
        }
    }

    static Page first(int limit) {
        return new Offset(0, limit);
    }

    private static void check(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }
}
