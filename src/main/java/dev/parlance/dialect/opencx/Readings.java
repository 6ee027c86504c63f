package dev.parlance.dialect.opencx;

import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import dev.parlance.dialect.Wild;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.NumberField;
import dev.parlance.query.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The ways in which members of `filters` are understood. Values of one array combine with OR.
final class Readings {
    private static final int MOST_VALUES = 1000;
    private static final int LONGEST_SEARCH = 1000;
    private static final long LARGEST_NUMBER = 9_007_199_254_740_991L;

    private Readings() {}

    static Reading during(InstantField field) {
        return value -> value.isObjectOf(Set.of("from", "to"))
                ? new Filter.During(field, span(value.member("from"), value.member("to")))
                : Filter.NOTHING;
    }

    static Reading since(InstantField field) {
        return value -> new Filter.During(field, new Span(value.findInstant().orElse(null), null));
    }

    static Reading until(InstantField field) {
        return value -> new Filter.During(field, new Span(null, value.findEnd().orElse(null)));
    }

    static <E> Reading oneOf(Field field, List<E> values, Function<E, String> word) {
        Map<String, String> words = new LinkedHashMap<>();
        values.forEach(value -> words.put(word.apply(value), word.apply(value)));
        return value -> anyOf(field, each(value, one -> one.findOneOf(words)));
    }

    /// The numbers 0, 1 and 2 stand for the three in their order.
    static Filter status(Wild value) {
        Stream<State> states = each(value, Readings::findStatus).flatMap(status -> status.states().stream());
        return anyOf(Field.STATE, states.map(State::word));
    }

    static Reading texts(Field field) {
        return value -> anyOf(field, each(value, Wild::findText));
    }

    static Reading texts(Field field, UnaryOperator<String> form) {
        return value -> anyOf(field, each(value, Wild::findText).map(form));
    }

    static Reading textsOrDigits(Field field) {
        return value -> anyOf(field, each(value, Wild::findTextOrDigits));
    }

    /// Ids: a UUID, or the text that it was derived from.
    static Reading ids(Field field, String kind) {
        return value -> anyOf(
                field,
                each(value, Wild::findTextOrDigits)
                        .map(id -> StableId.of(kind, id).toString()));
    }

    static Reading customData(Filter.Owner owner) {
        return value -> CustomDataPairs.read(owner, value);
    }

    static Filter tags(Wild value) {
        if (!value.node().isObject()) {
            return anyTag(value);
        }
        if (!value.isObjectOf(Set.of("all", "any", "none"))) {
            return Filter.NOTHING;
        }
        List<Filter> operators = new ArrayList<>();
        given(value.member("all"), all -> operators.add(new Filter.All(tagged(all))));
        given(value.member("any"), any -> operators.add(anyTag(any)));
        given(value.member("none"), none -> operators.add(new Filter.Not(anyTag(none))));
        return new Filter.All(operators);
    }

    static Filter ticketNumber(Wild value) {
        Optional<Long> number = value.findInteger(0, LARGEST_NUMBER);
        return new Filter.Between(NumberField.NUMBER, number.orElse(null), number.orElse(null));
    }

    static Filter handedOff(Wild value) {
        return anyOf(Field.HANDED_OFF, value.findBoolean().map(String::valueOf).stream());
    }

    static Filter search(Wild value) {
        String text = value.findText().orElse("");
        if (text.length() > LONGEST_SEARCH) {
            value.mistake("long", "at most " + LONGEST_SEARCH + " characters long");
            return Filter.NOTHING;
        }
        return text.isBlank() ? Filter.EVERYTHING : Filter.words(text);
    }

    static Filter ticketingSystem(Wild value) {
        if (!value.isObjectOf(Set.of("name", "external_id"))) {
            return Filter.NOTHING;
        }
        List<Filter> both = new ArrayList<>();
        given(
                value.member("name"),
                name -> both.add(texts(Field.TICKETING_SYSTEM).read(name)));
        given(
                value.member("external_id"),
                id -> both.add(textsOrDigits(Field.TICKET).read(id)));
        return new Filter.All(both);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Span span(Wild from, Wild to) {
        Optional<Instant> start = from.isNothing() ? Optional.empty() : from.findInstant();
        Optional<Instant> end = to.isNothing() ? Optional.empty() : to.findEnd();
        return new Span(start.orElse(null), end.orElse(null));
    }

    private static Optional<Status> findStatus(Wild value) {
        Status[] all = Status.values();
        if (value.node().isNumber()) {
            return value.findInteger(0, all.length - 1).map(number -> all[number.intValue()]);
        }
        return value.findOneOf(Status.BY_WORD);
    }

    private static Filter anyTag(Wild value) {
        return new Filter.Any(tagged(value));
    }

    private static List<Filter> tagged(Wild value) {
        return each(value, Wild::findText).<Filter>map(Filter.Tagged::new).toList();
    }

    private static <T> Stream<T> each(Wild value, Function<Wild, Optional<T>> reader) {
        return value.elements(MOST_VALUES).stream().map(reader).flatMap(Optional::stream);
    }

    private static Filter anyOf(Field field, Stream<String> values) {
        return new Filter.OneOf(field, values.collect(Collectors.toSet()));
    }

    private static void given(Wild value, Consumer<Wild> reader) {
        if (!value.isNothing()) {
            reader.accept(value);
        }
    }
}
