package dev.parlance.http;

import tools.jackson.core.JsonGenerator;

/// Writes one JSON value.
@FunctionalInterface
public interface JsonBody {
    void write(JsonGenerator json);
}
