package dev.parlance.dialect.opencx;

import dev.parlance.conversation.JsonText;
import dev.parlance.dialect.Wild;
import dev.parlance.query.Filter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Objects of pairs: OR between the objects, AND between the pairs of one. A pair matches by value, inside objects and
/// arrays too; numbers and booleans also match the texts that say the same, and such texts match them: `5`, `"5"` and
/// `"5.0"` match a stored 5.
final class CustomDataPairs {
    /// Every pair becomes a condition of its own in the store.
    static final int MOST_VALUES = 200;

    private static final int MOST_OBJECTS = 100;
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,99})?([eE][-+]?[0-9]{1,2})?");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CustomDataPairs() {}

    static Filter read(Filter.Owner owner, Wild value) {
        if (scalars(value.node()) > MOST_VALUES) {
            value.mistake("many", "objects of at most " + MOST_VALUES + " values in all");
            return Filter.NOTHING;
        }
        List<Filter> objects = value.elements(MOST_OBJECTS).stream()
                .map(object -> readObject(owner, object))
                .toList();
        return new Filter.Any(objects);
    }

    private static Filter readObject(Filter.Owner owner, Wild object) {
        if (!object.node().isObject()) {
            object.mistake("object", "an object of names and values");
            return Filter.NOTHING;
        }
        try {
            List<Filter> pairs = new ArrayList<>();
            collect(object.node(), UnaryOperator.identity(), owner, pairs);
            return new Filter.All(pairs);
        } catch (IllegalArgumentException | JacksonException e) {
            object.mistake("number", "free of numbers of more than 1000 digits");
            return Filter.NOTHING;
        }
    }

    /// One filter for each value; `around` puts a value back where it was, so that each filter is a whole object.
    private static void collect(
            JsonNode object, UnaryOperator<JsonNode> around, Filter.Owner owner, List<Filter> pairs) {
        object.properties().forEach(member -> {
            UnaryOperator<JsonNode> place =
                    inner -> around.apply(NODES.objectNode().set(member.getKey(), inner));
            JsonNode value = member.getValue();
            if (value.isObject() && !value.isEmpty()) {
                collect(value, place, owner, pairs);
            } else if (value.isArray() && !value.isEmpty()) {
                value.values().forEach(each -> pairs.add(any(each, inArray(place), owner)));
            } else {
                pairs.add(any(value, place, owner));
            }
        });
    }

    /// An array contains all elements of another exactly if it contains each of them.
    private static UnaryOperator<JsonNode> inArray(UnaryOperator<JsonNode> place) {
        return element -> place.apply(NODES.arrayNode().add(element));
    }

    private static Filter any(JsonNode value, UnaryOperator<JsonNode> place, Filter.Owner owner) {
        List<Filter> same = variants(value).stream()
                .map(place)
                .<Filter>map(object -> new Filter.CustomData(owner, JsonText.of(object)))
                .toList();
        return same.size() == 1 ? same.getFirst() : new Filter.Any(same);
    }

    private static Set<JsonNode> variants(JsonNode value) {
        Set<JsonNode> variants = new LinkedHashSet<>();
        variants.add(value);
        if (value.isNumber()) {
            JsonText.of(value);
            BigDecimal number = value.decimalValue();
            variants.add(NODES.stringNode(number.toPlainString()));
            variants.add(NODES.stringNode(number.stripTrailingZeros().toPlainString()));
        } else if (value.isBoolean()) {
            variants.add(NODES.stringNode(value.asString()));
        } else if (value.isString()) {
            meaning(value.stringValue()).forEach(variants::add);
        }
        return variants;
    }

    private static Stream<JsonNode> meaning(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Stream.of(NODES.booleanNode(text.equals("true")));
        }
        return NUMBER.matcher(text).matches() ? Stream.of(NODES.numberNode(new BigDecimal(text))) : Stream.empty();
    }

    private static long scalars(JsonNode node) {
        return node.isContainer()
                ? Math.max(
                        1,
                        node.values().stream()
                                .mapToLong(CustomDataPairs::scalars)
                                .sum())
                : 1;
    }
}
