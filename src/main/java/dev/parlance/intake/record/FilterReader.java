package dev.parlance.intake.record;

import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.UseKind;
import dev.parlance.problem.Problem;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.NumberField;
import dev.parlance.query.Span;
import dev.parlance.query.TextField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Filters as JSON, one object for one filter:
/// `{"all": [...]}`, `{"any": [...]}`, `{"not": {...}}`, `{"field": "state", "in": ["new"]}`, `{"present": "team"}`,
/// `{"tag": "vip"}`, `{"during": "created", "from": instant, "to": instant}`, `{"between": "messages", "least": 1,
/// "most":
/// 9}`, `{"contains": "user", "part": "49"}`, `{"words": "refund"}`, `{"custom_data": {...}}`,
/// `{"contact_custom_data": {...}}`, `{"used": {"type", "id", "kind", "from"?, "to"?}}`. Both ends of a range are
/// inside.
public final class FilterReader {
    private static final int MOST = 1000;
    private static final List<String> SHAPES = List.of(
            "all",
            "any",
            "not",
            "field",
            "present",
            "tag",
            "during",
            "between",
            "contains",
            "words",
            "custom_data",
            "contact_custom_data",
            "used");

    private final Mistakes mistakes = new Mistakes();

    private FilterReader() {}

    /// Reads a filter.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with all mistakes
    public static Filter read(String json) {
        FilterReader reader = new FilterReader();
        Optional<JsonNode> tree = Json.find(json);
        if (tree.isEmpty()) {
            reader.mistakes.add("filter", "json", "not JSON");
        }
        Filter filter = tree.map(node -> reader.filter("filter", node)).orElse(Filter.NOTHING);
        if (!reader.mistakes.none()) {
            throw new Problem.Invalid(reader.mistakes.list()).refusal();
        }
        return filter;
    }

    private Filter filter(String path, JsonNode node) {
        Members members = Members.find(path, node, mistakes).orElse(null);
        if (members == null) {
            return Filter.NOTHING;
        }
        List<String> shapes = SHAPES.stream().filter(members::has).toList();
        if (shapes.size() != 1) {
            mistakes.add(path, "missing", "exactly one of these is expected: " + String.join(", ", SHAPES));
            return Filter.NOTHING;
        }
        Filter filter = filter(path, shapes.getFirst(), members);
        members.close();
        return filter;
    }

    private Filter filter(String path, String shape, Members members) {
        return switch (shape) {
            case "all" -> new Filter.All(several(path, "all", members));
            case "any" -> new Filter.Any(several(path, "any", members));
            case "not" -> not(path, members);
            case "field" -> oneOf(members);
            case "present" -> made(members.word("present", Field.values()), Filter.Present::new);
            case "tag" -> made(members.name("tag"), Filter.Tagged::new);
            case "during" -> made(members.word("during", InstantField.values()), span(members), Filter.During::new);
            case "between" -> between(members);
            case "contains" -> contains(members);
            case "words" -> made(members.text("words"), Filter::words);
            case "custom_data" -> custom(Filter.Owner.CONVERSATION, members.object("custom_data"));
            case "contact_custom_data" -> custom(Filter.Owner.CONTACT, members.object("contact_custom_data"));
            default -> members.findMembers("used").map(FilterReader::used).orElse(Filter.NOTHING);
        };
    }

    private List<Filter> several(String path, String name, Members members) {
        List<JsonNode> elements = members.elements(name, MOST);
        List<Filter> filters = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            filters.add(filter(path + "." + name + "[" + i + "]", elements.get(i)));
        }
        return filters;
    }

    private Filter not(String path, Members members) {
        JsonNode inner = members.value("not");
        return inner == null ? Filter.NOTHING : new Filter.Not(filter(path + ".not", inner));
    }

    private static Filter oneOf(Members members) {
        Field field = members.word("field", Field.values());
        members.require("in");
        Set<String> values = new LinkedHashSet<>();
        for (String value : members.names("in", MOST)) {
            values.add(field == null ? value : checked(field, value, members));
        }
        return field == null ? Filter.NOTHING : new Filter.OneOf(field, values);
    }

    /// The value as the field has it. One that the field never has is a mistake: it would silently find nothing.
    private static String checked(Field field, String value, Members members) {
        Optional<String> known = FieldValues.find(field, value);
        if (known.isEmpty()) {
            String accepted = FieldValues.accepted(field);
            members.wrong("in", "enum", "a value where one of these is expected: " + accepted);
        }
        return known.orElse(value);
    }

    private static Filter between(Members members) {
        NumberField field = members.word("between", NumberField.values());
        Long least = members.integer("least", Long.MIN_VALUE, Long.MAX_VALUE);
        Long most = members.integer("most", Long.MIN_VALUE, Long.MAX_VALUE);
        return field == null ? Filter.NOTHING : new Filter.Between(field, least, most);
    }

    private static Filter contains(Members members) {
        TextField field = members.word("contains", TextField.values());
        members.require("part");
        String part = members.text("part");
        return field == null || part == null ? Filter.NOTHING : new Filter.Contains(field, part);
    }

    private static Filter custom(Filter.Owner owner, @Nullable JsonText object) {
        return object == null ? Filter.NOTHING : new Filter.CustomData(owner, object);
    }

    private static Filter used(Members used) {
        List.of("type", "id", "kind").forEach(used::require);
        ResourceType type = used.word("type", ResourceType.values());
        String id = used.name("id");
        UseKind kind = used.word("kind", UseKind.values());
        Span span = span(used);
        used.close();
        return type == null || id == null || kind == null ? Filter.NOTHING : new Filter.Used(type, id, kind, span);
    }

    private static Span span(Members members) {
        return new Span(members.instant("from"), members.instant("to"));
    }

    private static <T> Filter made(@Nullable T value, Function<T, Filter> form) {
        return value == null ? Filter.NOTHING : form.apply(value);
    }

    private static <T, S> Filter made(@Nullable T value, S other, BiFunction<T, S, Filter> form) {
        return value == null ? Filter.NOTHING : form.apply(value, other);
    }
}
