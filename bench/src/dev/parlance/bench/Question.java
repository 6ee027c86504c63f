package dev.parlance.bench;

import java.util.List;

/// A question to a call and the same put to PostgreSQL by hand, in one or more variants that are asked in turn.
record Question(String call, String name, Floor floor, List<Variant> variants) {
    Question {
        variants = List.copyOf(variants);
    }

    /// What is promised of it.
    enum Floor {
        /// At least 0.4 of pgbench's rate for the same rows, and the promise of all others.
        PLAIN,
        /// At most 50 ms at the median.
        PROMPT,
        /// Nothing: exact totals of several filters together, and words.
        NONE
    }

    /// A request, and statements of which the first gives the answer's ids in its first column.
    record Variant(Ask ask, List<String> statements) {
        Variant {
            statements = List.copyOf(statements);
        }
    }

    static Question of(String call, String name, Floor floor, Ask ask, String... statements) {
        return new Question(call, name, floor, List.of(new Variant(ask, List.of(statements))));
    }
}
