package dev.parlance.dialect.parlance;

import dev.parlance.conversation.JsonText;
import dev.parlance.dialect.Mistakes;
import dev.parlance.dialect.Parameters;
import dev.parlance.intake.record.FieldValues;
import dev.parlance.intake.record.FilterReader;
import dev.parlance.intake.record.Json;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Mistake.Place;
import dev.parlance.problem.Problem;
import dev.parlance.problem.Refusal;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.NumberField;
import dev.parlance.query.Span;
import dev.parlance.query.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A question as parameters: one for each thing that a filter can ask, under the filter's own names, and `filter` for a
/// whole one. All that are given must hold.
final class Filters {
    private static final int LONGEST_WORDS = 1000;
    private static final List<String> JSONS = List.of("custom_data", "contact_custom_data");

    /// The names of all parameters.
    static final List<String> NAMES = Stream.of(
                    words(Field.values()).stream(),
                    Stream.of("tag"),
                    words(InstantField.values()).stream().flatMap(name -> Stream.of(name + "_from", name + "_to")),
                    words(NumberField.values()).stream().flatMap(name -> Stream.of(name + "_least", name + "_most")),
                    words(TextField.values()).stream(),
                    Stream.of("q"),
                    JSONS.stream(),
                    Stream.of("filter"))
            .flatMap(Function.identity())
            .toList();

    private final Parameters parameters;
    private final List<Filter> all = new ArrayList<>();

    private Filters(Parameters parameters) {
        this.parameters = parameters;
    }

    static Filter read(Parameters parameters) {
        Filters filters = new Filters(parameters);
        Arrays.stream(Field.values()).forEach(filters::field);
        filters.tag();
        Arrays.stream(InstantField.values()).forEach(filters::during);
        Arrays.stream(NumberField.values()).forEach(filters::between);
        Arrays.stream(TextField.values()).forEach(filters::contains);
        filters.words();
        filters.customData("custom_data", Filter.Owner.CONVERSATION);
        filters.customData("contact_custom_data", Filter.Owner.CONTACT);
        filters.whole();
        return new Filter.All(filters.all);
    }

    private void field(Field field) {
        String name = word(field);
        List<String> given = several(name);
        Set<String> values = new LinkedHashSet<>();
        for (String value : given) {
            Optional<String> known = FieldValues.find(field, named(field, value));
            known.ifPresent(values::add);
            if (known.isEmpty()) {
                mistakes()
                        .mustBe(
                                Place.QUERY,
                                name,
                                "enum",
                                "some of " + FieldValues.accepted(field),
                                Mistake.quoted(value));
            }
        }
        if (!given.isEmpty()) {
            all.add(new Filter.OneOf(field, values));
        }
    }

    /// A workspace may be called by its name too.
    private static String named(Field field, String value) {
        return field == Field.WORKSPACE ? Ids.workspace(value).toString() : value;
    }

    private void tag() {
        List<String> tags = several("tag");
        if (!tags.isEmpty()) {
            all.add(new Filter.Any(tags.stream().<Filter>map(Filter.Tagged::new).toList()));
        }
    }

    private void during(InstantField field) {
        Span span = parameters.span(word(field) + "_from", word(field) + "_to");
        if (span.from() != null || span.to() != null) {
            all.add(new Filter.During(field, span));
        }
    }

    private void between(NumberField field) {
        Optional<Long> least = number(word(field) + "_least");
        Optional<Long> most = number(word(field) + "_most");
        if (least.isPresent() || most.isPresent()) {
            all.add(new Filter.Between(field, least.orElse(null), most.orElse(null)));
        }
    }

    private Optional<Long> number(String name) {
        return parameters.findInteger(name, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private void contains(TextField field) {
        parameters.findText(word(field)).ifPresent(part -> all.add(new Filter.Contains(field, part)));
    }

    private void words() {
        String text = parameters.findText("q").orElse("");
        if (text.length() > LONGEST_WORDS) {
            mistakes().mustBe(Place.QUERY, "q", "long", "at most " + LONGEST_WORDS + " characters long");
        } else if (!text.isEmpty()) {
            all.add(Filter.words(text));
        }
    }

    private void customData(String name, Filter.Owner owner) {
        Optional<String> text = parameters.findText(name);
        Optional<JsonText> object =
                text.flatMap(Json::find).filter(JsonNode::isObject).flatMap(Filters::storable);
        object.ifPresent(found -> all.add(new Filter.CustomData(owner, found)));
        if (text.isPresent() && object.isEmpty()) {
            mistakes().mustBe(Place.QUERY, name, "json", "a JSON object", Mistake.quoted(text.get()));
        }
    }

    private static Optional<JsonText> storable(JsonNode tree) {
        try {
            return Optional.of(JsonText.of(tree));
        } catch (IllegalArgumentException unkept) {
            return Optional.empty();
        }
    }

    private void whole() {
        try {
            parameters.findText("filter").map(FilterReader::read).ifPresent(all::add);
        } catch (Refusal refusal) {
            if (!(refusal.problem() instanceof Problem.Invalid invalid)) {
                throw refusal;
            }
            invalid.mistakes()
                    .forEach(
                            mistake -> mistakes().add(Place.QUERY, mistake.field(), mistake.kind(), mistake.message()));
        }
    }

    private List<String> several(String name) {
        return parameters.findText(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private Mistakes mistakes() {
        return parameters.mistakes();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(Filters::word).collect(Collectors.toList());
    }
}
