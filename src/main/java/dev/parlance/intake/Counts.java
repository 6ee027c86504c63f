package dev.parlance.intake;

/// What became of the records of an import. Every record that was judged is in exactly one of the four.
public record Counts(long created, long updated, long unchanged, long rejected) {
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    public long read() {
        return created + updated + unchanged + rejected;
    }

    public Counts plus(Counts other) {
        return new Counts(
                created + other.created,
                updated + other.updated,
                unchanged + other.unchanged,
                rejected + other.rejected);
    }

    /// The last line of an import's output.
    public String line() {
        return "read " + read() + ", created " + created + ", updated " + updated + ", unchanged " + unchanged
                + ", rejected " + rejected;
    }
}
