package dev.parlance.clock;

/// Does what is due for a conversation. One wake is carried out by one server at a time; when that server dies, another
/// one carries it out again, from the beginning. So doing it twice must be doing it once.
public interface Errand {
    Task task();

    /// An exception means: try it again later.
    Next carryOut(Wake wake);
}
