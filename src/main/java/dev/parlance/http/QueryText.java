package dev.parlance.http;

import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what stands behind the `?`.
final class QueryText {
    private QueryText() {}

    /// The parameters in the order sent.
    ///
    /// @throws dev.parlance.problem.Refusal naming every malformed one
    static List<Request.Parameter> parameters(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return List.of();
        }
        List<Request.Parameter> parameters = new ArrayList<>();
        List<Mistake> mistakes = new ArrayList<>();
        int start = 0;
        while (start <= raw.length()) {
            int end = raw.indexOf('&', start);
            end = end < 0 ? raw.length() : end;
            if (end > start) {
                read(raw.substring(start, end), parameters, mistakes);
            }
            start = end + 1;
        }
        if (!mistakes.isEmpty()) {
            throw new Problem.Invalid(mistakes).refusal();
        }
        return List.copyOf(parameters);
    }

    private static void read(String piece, List<Request.Parameter> parameters, List<Mistake> mistakes) {
        int equals = piece.indexOf('=');
        String name = Escapes.query(equals < 0 ? piece : piece.substring(0, equals));
        String value = equals < 0 ? "" : Escapes.query(piece.substring(equals + 1));
        if (name == null || value == null) {
            mistakes.add(new Mistake(
                    Mistake.Place.QUERY,
                    name == null ? "query" : name,
                    "encoding",
                    "must be percent-encoded UTF-8 without U+0000"));
        } else {
            parameters.add(new Request.Parameter(name, value));
        }
    }
}
