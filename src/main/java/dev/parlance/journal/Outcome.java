package dev.parlance.journal;

/// What became of a command once it is durable.
public sealed interface Outcome {
    record Created(long number) implements Outcome {}

    record Updated(long number) implements Outcome {}

    /// Everything was so already; the journal has nothing of it.
    record Unchanged(long number) implements Outcome {}

    /// Refused, and nothing of it is stored: the record's member and why.
    record Rejected(String member, String reason) implements Outcome {}
}
