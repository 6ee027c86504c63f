package dev.parlance.http;

import tools.jackson.core.JsonGenerator;

/// Writes one JSON value of any length.
@FunctionalInterface
public interface StreamedBody {
    /// Writes the value and says how many rows it held, for the log.
    long write(JsonGenerator json);
}
