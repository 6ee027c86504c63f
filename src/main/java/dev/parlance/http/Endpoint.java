package dev.parlance.http;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A route in its place: whose it is, and what is measured of it.
record Endpoint(Dialect dialect, String method, String path, Work work, Timers timers) {
    /// What is to be done for a request.
    sealed interface Work {
        /// Only for who may come in.
        record Guarded(Route route) implements Work {}

        /// For everybody.
        record Open(Function<Visit, Reply> answer) implements Work {}
    }

    /// A request that needs no token; `query` as it was sent.
    record Visit(Map<String, String> path, @Nullable String query, Map<String, String> headers) {
        /// The last value of a query parameter, null when it was not given.
        @Nullable
        String parameter(String name) {
            return QueryText.parameters(query).stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .map(Request.Parameter::value)
                    .reduce((first, last) -> last)
                    .orElse(null);
        }
    }
}
