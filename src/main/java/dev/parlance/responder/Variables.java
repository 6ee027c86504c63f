package dev.parlance.responder;

import org.jspecify.annotations.Nullable;

/// The server's environment, in which secrets are.
@FunctionalInterface
public interface Variables {
    @Nullable
    String find(String name);

    /// The value of a variable that must be set.
    ///
    /// @throws ResponderFailure when it is not set
    default String get(String name) {
        String value = find(name);
        if (value == null || value.isBlank()) {
            throw ResponderFailure.lasting("The environment variable " + name + " is not set where the server runs.");
        }
        return value.strip();
    }
}
