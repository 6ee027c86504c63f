package dev.parlance.dialect.parlance;

import dev.parlance.dialect.Parameters;
import dev.parlance.http.Request;
import dev.parlance.problem.Mistake;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A place in a list as text that only we understand, and only for the question that it was given for: the `next` of
/// one answer and the `cursor` of the next request.
final class Bookmark {
    private static final String BETWEEN = "\n";
    private static final Set<String> PAGING = Set.of("cursor", "limit", "count", "include");
    private static final int QUESTION_BYTES = 8;

    private Bookmark() {}

    static String text(Request request, Object... parts) {
        String plain = question(request)
                + BETWEEN
                + Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /// What the request's cursor means, empty without one; notes one that is none of this list's.
    ///
    /// @param meaning of as many parts as there were; anything it throws of the JDK's own means that they have none
    static <T> Optional<T> find(Parameters parameters, Request request, int parts, Function<List<String>, T> meaning) {
        Optional<String> text = parameters.findText("cursor");
        Optional<T> place =
                text.flatMap(given -> parts(given, question(request), parts)).flatMap(read -> meant(read, meaning));
        if (text.isPresent() && place.isEmpty()) {
            String accepted = "the next of a page before, with the same parameters";
            parameters.mistakes().mustBe(Mistake.Place.QUERY, "cursor", "cursor", accepted, Mistake.quoted(text.get()));
        }
        return place;
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant instant(String micros) {
        return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }

    private static Optional<List<String>> parts(String text, String question, int parts) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> all = List.of(plain.split(BETWEEN, parts + 1));
            return all.size() == parts + 1 && all.getFirst().equals(question)
                    ? Optional.of(all.subList(1, all.size()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> meant(List<String> parts, Function<List<String>, T> meaning) {
        try {
            return Optional.of(meaning.apply(parts));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /// What is asked, apart from the page: the address, and the parameters in their order by name.
    private static String question(Request request) {
        String asked = request.query().stream()
                .filter(parameter -> !PAGING.contains(parameter.name()))
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .sorted()
                .collect(Collectors.joining("&", request.path().toString(), ""));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, QUESTION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
