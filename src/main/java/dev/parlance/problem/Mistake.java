package dev.parlance.problem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One thing wrong with a request: where, in which field, and what was given and is accepted. `kind` is a short stable
/// word such as `enum`, `integer`, `missing`, `unknown`, `json`. `given` is a short form of what came, `accepted` what
/// would do, where there are words for it; the message says all that a person needs.
public record Mistake(
        Place place,
        String field,
        String kind,
        String message,
        @Nullable String given,
        @Nullable String accepted) {
    private static final int LONGEST_QUOTE = 40;

    public enum Place {
        QUERY,
        PATH,
        BODY,
        HEADER;

        /// The name in answers.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Mistake(Place place, String field, String kind, String message) {
        this(place, field, kind, message, null, null);
    }

    /// The text on one line and not long, for a reason or a member's name.
    public static String quoted(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(LONGEST_QUOTE).forEach(point -> line.append(printable(point)));
        return text.codePointCount(0, text.length()) > LONGEST_QUOTE ? line + "..." : line.toString();
    }

    private static String printable(int point) {
        boolean plain = !Character.isISOControl(point)
                && Character.getType(point) != Character.SURROGATE
                && Character.getType(point) != Character.LINE_SEPARATOR
                && Character.getType(point) != Character.PARAGRAPH_SEPARATOR;
        return plain ? Character.toString(point) : String.format(Locale.ROOT, "\\u%04x", point);
    }
}
