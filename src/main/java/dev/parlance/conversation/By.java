package dev.parlance.conversation;

import java.util.Locale;

/// Who did something: `id` is a token's, a person's or an agent's id, or the name of a part of the server.
public record By(Kind kind, String id) {
    /// Stored by position: new kinds come at the end.
    public enum Kind {
        CONTACT,
        AI,
        PERSON,
        API,
        SYSTEM;

        /// The name in answers.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A part of the server itself, such as `clock`.
    public static By system(String part) {
        return new By(Kind.SYSTEM, part);
    }

    /// Whoever holds the token.
    public static By api(String token) {
        return new By(Kind.API, token);
    }
}
