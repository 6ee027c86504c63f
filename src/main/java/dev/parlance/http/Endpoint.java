package dev.parlance.http;

import java.util.Map;
import java.util.function.Function;

/// A route in its place: whose it is, and what is measured of it.
record Endpoint(Dialect dialect, String method, String path, Work work, Timers timers) {
    /// What is to be done for a request.
    sealed interface Work {
        /// Only for who may come in.
        record Guarded(Route route) implements Work {}

        /// For everybody.
        record Open(Function<Visit, Reply> answer) implements Work {}
    }

    /// A request that needs no token.
    record Visit(Map<String, String> path, Map<String, String> headers) {}
}
