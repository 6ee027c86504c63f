package dev.parlance.dialect;

import dev.parlance.conversation.StableId;
import dev.parlance.http.Request;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Mistake.Place;
import dev.parlance.query.Span;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the query parameters of one request. An empty value counts as absent. What cannot be read is noted, and the
/// parameter is then as if absent; [#check] at the end refuses.
public final class Parameters {
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,19}");
    private static final Map<String, Boolean> BOOLEANS = Map.of("true", true, "false", false, "1", true, "0", false);

    private final Request request;
    private final Set<String> absent;
    private final Mistakes mistakes = new Mistakes();

    /// The parameters of a request.
    ///
    /// @param absent texts that count as absent, beside the empty one
    public Parameters(Request request, String... absent) {
        this.request = request;
        this.absent = Set.of(absent);
    }

    /// What is wrong so far, to add to.
    public Mistakes mistakes() {
        return mistakes;
    }

    /// Refuses the request if a parameter that was read is wrong.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with every mistake
    public void check() {
        mistakes.check();
    }

    /// The text under one of a parameter's names. Two different values are a mistake: which one was meant?
    public Optional<String> findText(String... names) {
        List<String> values = request.query().stream()
                .filter(parameter -> Arrays.asList(names).contains(parameter.name()))
                .map(Request.Parameter::value)
                .filter(Predicate.not(this::isAbsent))
                .distinct()
                .toList();
        if (values.size() > 1) {
            mistakes.add(Place.QUERY, names[0], "twice", String.join(" or ", names) + " must be given once");
        }
        return values.size() == 1 ? checked(names[0], values.getFirst()) : Optional.empty();
    }

    /// The integer, `fallback` when absent.
    public long integer(String name, long fallback, long least, long most) {
        return findInteger(name, least, most).orElse(fallback);
    }

    public Optional<Long> findInteger(String name, long least, long most) {
        return find(name, "integer", Mistakes.integer(least, most), text -> integer(text, least, most));
    }

    public Optional<UUID> findUuid(String name) {
        return find(name, "uuid", "a UUID", text -> StableId.isUuid(text) ? UUID.fromString(text) : null);
    }

    public Optional<Boolean> findBoolean(String name) {
        return find(name, "boolean", "true or false", BOOLEANS::get);
    }

    /// What the parameter's word stands for; `words` are named in their order.
    public <T> Optional<T> findOneOf(String name, Map<String, T> words) {
        return find(name, "enum", Mistakes.oneOf(words.keySet()), words::get);
    }

    /// The span between two bounds, both inside.
    public Span span(String from, String to) {
        Optional<Instant> start = find(
                from, "instant", Moments.ACCEPTED, text -> Moments.find(text).orElse(null));
        Optional<Instant> end = find(
                to, "instant", Moments.ACCEPTED, text -> Moments.findEnd(text).orElse(null));
        return new Span(start.orElse(null), end.orElse(null));
    }

    private <T> Optional<T> find(String name, String kind, String accepted, Function<String, @Nullable T> meaning) {
        Optional<String> text = findText(name);
        Optional<T> value = text.map(String::strip).map(meaning);
        if (text.isPresent() && value.isEmpty()) {
            mistakes.mustBe(Place.QUERY, name, kind, accepted, Mistake.quoted(text.get()));
        }
        return value;
    }

    private Optional<String> checked(String name, String text) {
        if (StorableText.is(text)) {
            return Optional.of(text);
        }
        mistakes.mustBe(Place.QUERY, name, "text", "text without U+0000");
        return Optional.empty();
    }

    private boolean isAbsent(String text) {
        return text.isBlank() || absent.contains(text);
    }

    private static @Nullable Long integer(String text, long least, long most) {
        if (!INTEGER.matcher(text).matches()) {
            return null;
        }
        BigInteger value = new BigInteger(text);
        boolean within =
                value.compareTo(BigInteger.valueOf(least)) >= 0 && value.compareTo(BigInteger.valueOf(most)) <= 0;
        return within ? value.longValueExact() : null;
    }
}
