package dev.parlance.query;

/// A question about conversations. `countAll` asks for the exact number of all that match; `transcripts` for the
/// messages too.
public record Query(Filter filter, Sort sort, Page page, boolean countAll, boolean transcripts) {
    public static Query of(Filter filter, Sort sort, Page page) {
        return new Query(filter, sort, page, false, false);
    }

    public Query counted() {
        return new Query(filter, sort, page, true, transcripts);
    }

    public Query withTranscripts() {
        return new Query(filter, sort, page, countAll, true);
    }

    public Query withFilter(Filter other) {
        return new Query(other, sort, page, countAll, transcripts);
    }
}
