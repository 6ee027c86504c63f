package dev.parlance.dialect.parrotmob;

import dev.parlance.dialect.Mistakes;
import dev.parlance.dialect.StorableText;
import dev.parlance.http.Request;
import dev.parlance.problem.Mistake;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import dev.parlance.query.Sort;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the request to list conversations; nothing that it does not know is let by.
final class ListingReader {
    private static final String LIMIT = "limit";
    private static final String OFFSET = "offset";
    private static final String MEMBERSHIP = "audience_membership_id";
    private static final String GRAPH = "conversation_graph_id";
    private static final String SUPPORT = "support_required";
    private static final String OLD_SUPPORT = "requires_support";
    private static final String STATUS = "status";
    private static final String ORDER = "order_by";
    private static final Set<String> KNOWN =
            Set.of(LIMIT, OFFSET, MEMBERSHIP, GRAPH, SUPPORT, OLD_SUPPORT, STATUS, ORDER);

    private static final Pattern INTEGER = Pattern.compile("\\+?\\d+");
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final long USUAL = 50;

    private static final Map<String, String> BOOLEANS = words(Stream.of("true", "false"), Function.identity());
    private static final Map<String, Order> ORDERS = words(Arrays.stream(Order.values()), Order::word);
    private static final Map<String, Set<String>> STATUSES = statuses();

    private final Request request;
    private final Mistakes mistakes = new Mistakes();

    private ListingReader(Request request) {
        this.request = request;
    }

    static Listing read(Request request) {
        return new ListingReader(request).listing();
    }

    /// Whether the request is for all rows in one stream.
    static boolean wantsAll(Request request) {
        ListingReader reader = new ListingReader(request);
        return reader.findInteger(LIMIT).filter(limit -> limit == 0).isPresent();
    }

    private Listing listing() {
        unknown();
        long limit = findInteger(LIMIT).orElse(USUAL);
        long offset = findInteger(OFFSET).orElse(0L);
        Filter filter = new Filter.All(filters());
        Sort sort = findOneOf(ORDER, ORDERS).orElse(Order.INSERTED_AT_DESC).sort();
        mistakes.check();
        return new Listing(filter, sort, limit, offset);
    }

    private List<Filter> filters() {
        Stream<Optional<Filter>> filters = Stream.of(
                findText(MEMBERSHIP).map(id -> equal(Field.AUDIENCE_MEMBERSHIP, id)),
                findText(GRAPH).map(id -> equal(Field.CONVERSATION_GRAPH, id)),
                findSupport().map(required -> equal(Field.SUPPORT_REQUIRED, required)),
                findOneOf(STATUS, STATUSES).map(states -> new Filter.OneOf(Field.STATE, states)));
        return filters.flatMap(Optional::stream).toList();
    }

    private static Filter equal(Field field, String value) {
        return new Filter.OneOf(field, Set.of(value));
    }

    private Optional<String> findSupport() {
        Optional<String> support = findOneOf(SUPPORT, BOOLEANS);
        Optional<String> old = findOneOf(OLD_SUPPORT, BOOLEANS);
        if (support.isPresent() && old.isPresent() && !support.equals(old)) {
            wrong(OLD_SUPPORT, "twins", OLD_SUPPORT + " must agree with " + SUPPORT + ", whose older name it is");
        }
        return support.or(() -> old);
    }

    private void unknown() {
        request.query().stream()
                .map(Request.Parameter::name)
                .filter(name -> !KNOWN.contains(name))
                .distinct()
                .forEach(name -> wrong(
                        name,
                        "unknown",
                        "there is no such parameter; known are "
                                + KNOWN.stream().sorted().collect(Collectors.joining(", "))));
    }

    private Optional<String> findText(String name) {
        Optional<String> text = request.findQuery(name);
        if (text.isPresent() && !StorableText.is(text.get())) {
            wrong(name, "text", name + " must be text without U+0000");
            return Optional.empty();
        }
        return text;
    }

    private Optional<Long> findInteger(String name) {
        Optional<String> text = request.findQuery(name);
        Optional<Long> value = text.map(String::strip)
                .filter(bare -> INTEGER.matcher(bare).matches())
                .map(BigInteger::new)
                .filter(integer -> integer.compareTo(MOST) <= 0)
                .map(BigInteger::longValueExact);
        if (text.isPresent() && value.isEmpty()) {
            wrong(name, "integer", name + " must be an integer from 0 to " + MOST);
        }
        return value;
    }

    private <T> Optional<T> findOneOf(String name, Map<String, T> accepted) {
        Optional<String> text = request.findQuery(name);
        Optional<T> value = text.flatMap(given -> Optional.ofNullable(accepted.get(given)));
        if (text.isPresent() && value.isEmpty()) {
            wrong(name, "enum", name + " must be one of " + String.join(", ", accepted.keySet()));
        }
        return value;
    }

    private void wrong(String name, String kind, String message) {
        mistakes.add(Mistake.Place.QUERY, name, kind, message);
    }

    private static Map<String, Set<String>> statuses() {
        Map<String, Set<String>> statuses = new LinkedHashMap<>();
        Arrays.stream(Status.values()).forEach(status -> statuses.put(status.word(), status.states()));
        statuses.put("any_terminal", terminal());
        return statuses;
    }

    private static Set<String> terminal() {
        return Arrays.stream(Status.values())
                .filter(Status::terminal)
                .flatMap(status -> status.states().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> Map<String, T> words(Stream<T> values, Function<T, String> word) {
        return values.collect(Collectors.toMap(word, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
