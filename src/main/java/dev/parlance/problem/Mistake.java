package dev.parlance.problem;

/// One thing wrong with a request: where, in which field, and what was given and is accepted. `kind` is a short stable
/// word
/// such as `enum`, `integer`, `missing`, `unknown`, `json`.
public record Mistake(Place place, String field, String kind, String message) {
    public enum Place {
        QUERY,
        PATH,
        BODY,
        HEADER
    }
}
