package dev.parlance.journal;

/// A change that is wanted. Everything that changes a tenant's data is one of these and goes through [Writer].
public sealed interface Command {
    /// Put a conversation from outside: creates it, or replaces what the same source and source id put before.
    record Put(Draft draft) implements Command {}
}
