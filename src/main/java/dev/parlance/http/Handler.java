package dev.parlance.http;

/// Reads a request, asks, answers. Runs on a virtual thread of its own and may block.
@FunctionalInterface
public interface Handler {
    /// Answers an admitted request.
    ///
    /// @throws dev.parlance.problem.Refusal for everything the caller is to be told
    Reply handle(Request request);
}
