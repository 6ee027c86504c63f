package dev.parlance.dialect.opencx;

import dev.parlance.conversation.Instants;
import dev.parlance.dialect.Moments;
import dev.parlance.dialect.Parameters;
import dev.parlance.dialect.StorableText;
import dev.parlance.problem.Mistake.Place;
import dev.parlance.query.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Cursors as one word that means nothing to clients: texts in a row, the first of which says what they are.
final class Opaque {
    private static final String SEPARATOR = "\n";

    private Opaque() {}

    static String of(List<String> parts) {
        byte[] bytes = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The parts of a word of this kind.
    static Optional<List<String>> find(String word, String kind, int parts) {
        try {
            String all = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
            List<String> found = Arrays.asList(all.split(SEPARATOR, -1));
            boolean ours = found.size() == parts && found.getFirst().equals(kind) && StorableText.is(all);
            return ours ? Optional.of(found) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The cursor that a request sends, as `reader` understands it. One that does not fit what else is asked is a
    /// mistake.
    static <C> Optional<C> read(
            Parameters parameters, Function<String, Optional<C>> reader, Predicate<C> fits, String misfit) {
        Optional<String> sent = parameters.findText("cursor");
        Optional<C> cursor = sent.flatMap(word -> meant(word, reader));
        if (sent.isPresent() && cursor.isEmpty()) {
            parameters.mistakes().mustBe(Place.QUERY, "cursor", "cursor", "the next of a page before");
        }
        if (cursor.isPresent() && !fits.test(cursor.get())) {
            parameters.mistakes().add(Place.QUERY, "cursor", "cursor", misfit);
        }
        return cursor;
    }

    private static <C> Optional<C> meant(String word, Function<String, Optional<C>> reader) {
        try {
            return reader.apply(word);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String text(@Nullable Instant instant) {
        return instant == null ? "" : Moments.micros(instant);
    }

    static @Nullable Instant instant(String text) {
        return text.isEmpty()
                ? null
                : Moments.find(text)
                        .map(Instants::micros)
                        .orElseThrow(() -> new IllegalArgumentException("no instant"));
    }

    static Span span(String from, String to) {
        return new Span(instant(from), instant(to));
    }

    /// Whether what is asked again is what was asked before; what is left out is as it was.
    static boolean continues(Span before, Span asked) {
        return (asked.from() == null || asked.from().equals(before.from()))
                && (asked.to() == null || asked.to().equals(before.to()));
    }
}
