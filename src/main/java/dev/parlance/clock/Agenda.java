package dev.parlance.clock;

/// What is due for conversations.
public interface Agenda {
    /// Whether a later wake of the same task waits for the same conversation; then it can do for both.
    boolean isOvertaken(Task task, Wake wake);
}
