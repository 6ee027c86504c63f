package dev.parlance.query;

import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Questions about given rows: every kind of filter, with values that occur and values that do not.
public final class RandomQueries {
    private final Random random;
    private final List<Row> rows;

    public RandomQueries(long seed, List<Row> rows) {
        this.random = new Random(seed);
        this.rows = rows;
    }

    public Query next() {
        Sort sort = new Sort(pick(List.of(InstantField.values())), random.nextBoolean());
        Query query = Query.of(filter(3), sort, page(sort));
        return random.nextBoolean() ? query.counted() : query;
    }

    private Page page(Sort sort) {
        int limit = 1 + random.nextInt(12);
        if (random.nextBoolean()) {
            return new Page.Offset(random.nextInt(3) == 0 ? random.nextInt(rows.size() + 20) : 0, limit);
        }
        Row row = pick(rows);
        Instant key = sort.field().of(row.conversation()).plusNanos(1000L * (random.nextInt(3) - 1));
        return new Page.After(key, row.conversation().number() + random.nextInt(3) - 1, limit);
    }

    /// A filter of at most this many levels.
    public Filter filter(int levels) {
        return switch (levels == 0 ? 9 : random.nextInt(10)) {
            case 0, 1, 2 -> new Filter.All(filters(levels));
            case 3 -> new Filter.Any(filters(levels));
            case 4 -> new Filter.Not(filter(levels - 1));
            case 5 -> random.nextInt(4) == 0 ? Filter.EVERYTHING : leaf();
            default -> leaf();
        };
    }

    private List<Filter> filters(int levels) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> filter(levels - 1))
                .toList();
    }

    private Filter leaf() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> oneOf();
            case 4 -> new Filter.Present(pick(List.of(Field.values())));
            case 5 -> new Filter.During(pick(List.of(InstantField.values())), span());
            case 6 -> between();
            case 7 -> contains();
            case 8 -> new Filter.Tagged(tag());
            case 9 -> customData();
            case 10 -> words();
            default -> used();
        };
    }

    private String tag() {
        List<String> tags = pick(rows).conversation().tags();
        return tags.isEmpty() ? pick(RandomRows.TEXTS) : pick(tags);
    }

    private Filter used() {
        List<Use> uses = pick(rows).messages().stream()
                .flatMap(message -> message.uses().stream())
                .toList();
        UseKind kind = pick(List.of(UseKind.values()));
        Span span = random.nextBoolean() ? Span.ALWAYS : span();
        return uses.isEmpty()
                ? new Filter.Used(pick(List.of(ResourceType.values())), "r" + random.nextInt(4), kind, span)
                : new Filter.Used(uses.getFirst().type(), uses.getFirst().resourceId(), kind, span);
    }

    private Filter oneOf() {
        Field field = pick(List.of(Field.values()));
        Set<String> values = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            @Nullable String value = field.of(pick(rows).conversation());
            values.add(value == null ? "nothing has this" : value);
        }
        return new Filter.OneOf(field, values);
    }

    private Span span() {
        Instant one = moment();
        Instant other = moment();
        return switch (random.nextInt(4)) {
            case 0 -> new Span(one, null);
            case 1 -> new Span(null, one);
            default -> one.isBefore(other) ? new Span(one, other) : new Span(other, one);
        };
    }

    private Instant moment() {
        Moments moments = new Moments(pick(rows));
        return moments.any(random).plusNanos(1000L * (random.nextInt(3) - 1));
    }

    private record Moments(Row row) {
        Instant any(Random random) {
            var times = row.conversation().times();
            List<Instant> all = new ArrayList<>(List.of(times.created(), times.updated(), times.activity()));
            row.messages().forEach(message -> all.add(message.at()));
            return all.get(random.nextInt(all.size()));
        }
    }

    private Filter between() {
        NumberField field = pick(List.of(NumberField.values()));
        Long one = field.of(pick(rows).conversation());
        Long other = field.of(pick(rows).conversation());
        return new Filter.Between(field, random.nextBoolean() ? one : null, other);
    }

    private Filter contains() {
        TextField field = pick(List.of(TextField.values()));
        String value = field.of(pick(rows).conversation());
        String text = value == null || value.isEmpty() ? pick(RandomRows.LINKS) : value;
        int from = random.nextInt(text.length());
        int to = from + 1 + random.nextInt(text.length() - from);
        return new Filter.Contains(field, text.substring(from, to));
    }

    private Filter customData() {
        List<String> objects = new ArrayList<>(RandomRows.OBJECTS);
        JsonText own = pick(rows).conversation().customData();
        if (own != null && random.nextBoolean()) {
            return new Filter.CustomData(Filter.Owner.CONVERSATION, own);
        }
        objects.addAll(List.of(
                "{\"order\":{\"lines\":[{\"sku\":\"a\",\"n\":2}]}}",
                "{\"order\":{\"lines\":[{\"sku\":\"a\"},{\"n\":2}]}}",
                "{\"order\":{}}",
                "{\"list\":[2]}",
                "{\"list\":[[3]]}",
                "{\"list\":[]}",
                "{\"none\":{}}",
                "{\"seats\":5}",
                "{\"seats\":5.00}",
                "{\"vip\":null}",
                "{\"plan\":\"free\",\"vip\":true}"));
        return new Filter.CustomData(pick(List.of(Filter.Owner.values())), new JsonText(pick(objects)));
    }

    private Filter words() {
        List<Message> messages = pick(rows).messages();
        List<String> said = Analyzer.words(
                messages.isEmpty() ? pick(RandomRows.TEXTS) : pick(messages).text());
        String text = said.isEmpty() ? pick(RandomRows.TEXTS) : pick(said);
        return Filter.words(random.nextBoolean() ? text : text.substring(0, 1 + random.nextInt(text.length())));
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
