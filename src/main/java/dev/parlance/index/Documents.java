package dev.parlance.index;

import dev.parlance.query.InstantField;
import dev.parlance.query.NumberField;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The numbers of the documents and their orders, as of one moment. A document stands for a conversation; it keeps its
/// place while the conversation changes.
///
/// @param limit above the greatest document
record Documents(int limit, Ranking byNumber, List<Ranking> rankings) {
    /// How many conversations there are.
    int size() {
        return byNumber.order().size();
    }

    long number(int document) {
        return byNumber.key(document);
    }

    @SuppressWarnings("EnumOrdinal") // a place in a list that lives no longer than the enum
    Ranking by(InstantField field) {
        return rankings.get(field.ordinal());
    }

    @SuppressWarnings("EnumOrdinal")
    Ranking by(NumberField field) {
        return field == NumberField.NUMBER ? byNumber : rankings.get(InstantField.values().length + field.ordinal());
    }

    static long micros(Instant instant) {
        return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(instant.getNano());
    }
}
