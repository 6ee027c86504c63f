package dev.parlance.intake.format;

import tools.jackson.databind.JsonNode;

/// One thing found in a file, and the line that it begins on. `size` is about its characters.
public sealed interface Entry {
    long line();

    /// A JSON value.
    record Value(long line, JsonNode tree, int size) implements Entry {}

    /// A CSV row: an object of header to text, empty cells left out.
    record Row(long line, JsonNode cells, int size) implements Entry {}

    /// What could not be read, and why.
    record Broken(long line, String reason) implements Entry {}
}
