package dev.parlance.dialect.anyreach;

import dev.parlance.dialect.Mistakes;
import dev.parlance.dialect.Moments;
import dev.parlance.dialect.StorableText;
import dev.parlance.http.Request;
import dev.parlance.problem.Mistake;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The query's parameters by type. Mistakes are collected, with the types that Pydantic has for them.
final class QueryParameters {
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "1", true, "false", false, "0", false);

    private final Request request;
    private final Mistakes mistakes = new Mistakes();

    QueryParameters(Request request) {
        this.request = request;
    }

    /// Refuses the request when there was a mistake.
    void check() {
        mistakes.check();
    }

    void wrong(String name, String type, String message) {
        mistakes.add(Mistake.Place.QUERY, name, type, message);
    }

    Optional<String> findText(String name) {
        Optional<String> text = request.findQuery(name);
        if (text.isPresent() && !StorableText.is(text.get())) {
            wrong(name, "string_unicode", name + " must be text without U+0000");
            return Optional.empty();
        }
        return text;
    }

    /// The whole number, null when it is absent or wrong.
    @Nullable
    Long integer(String name) {
        return request.findQuery(name).flatMap(text -> findInteger(name, text)).orElse(null);
    }

    int integer(String name, int least, int most, int absent) {
        Long value = request.findQuery(name).isPresent() ? integer(name) : Long.valueOf(absent);
        if (value == null) {
            return absent;
        }
        if (value < least || value > most) {
            String type = value < least ? "greater_than_equal" : "less_than_equal";
            wrong(name, type, name + " must be an integer from " + least + " to " + most);
            return absent;
        }
        return Math.toIntExact(value);
    }

    /// Whether it is so, null when it is absent or wrong.
    @Nullable
    Boolean flag(String name) {
        Optional<String> text =
                request.findQuery(name).map(given -> given.strip().toLowerCase(Locale.ROOT));
        Boolean flag = text.map(FLAGS::get).orElse(null);
        if (text.isPresent() && flag == null) {
            wrong(name, "bool_parsing", name + " must be true or false");
        }
        return flag;
    }

    /// The instant, null when it is absent or wrong.
    @Nullable
    Instant instant(String name, Function<String, Optional<Instant>> reading) {
        Optional<String> text = request.findQuery(name);
        Optional<Instant> instant = text.flatMap(reading);
        if (text.isPresent() && instant.isEmpty()) {
            wrong(name, "datetime_parsing", name + " must be " + Moments.ACCEPTED);
        }
        return instant.orElse(null);
    }

    /// The constant whose name in lower case was given.
    <E extends Enum<E>> Optional<E> findOneOf(String name, E[] accepted) {
        Optional<String> text = request.findQuery(name);
        Optional<E> found = text.flatMap(given ->
                Arrays.stream(accepted).filter(each -> word(each).equals(given)).findFirst());
        if (text.isPresent() && found.isEmpty()) {
            String words = Arrays.stream(accepted).map(QueryParameters::word).collect(Collectors.joining(", "));
            wrong(name, "enum", name + " must be one of " + words);
        }
        return found;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private Optional<Long> findInteger(String name, String text) {
        String bare = text.strip();
        if (!INTEGER.matcher(bare).matches()) {
            wrong(name, "int_parsing", name + " must be an integer");
            return Optional.empty();
        }
        BigInteger value = new BigInteger(bare);
        if (value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0) {
            wrong(name, "int_parsing_size", name + " must be an integer of at most 64 bits");
            return Optional.empty();
        }
        return Optional.of(value.longValueExact());
    }
}
