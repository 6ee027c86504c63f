package dev.parlance.query;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.TenantId;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Answers by looking at every record, in the plainest way: what all other answers are held against.
public final class Oracle implements Conversations {
    private final Map<TenantId, List<Row>> rows = new ConcurrentHashMap<>();

    public Oracle with(TenantId tenant, List<Row> all) {
        rows.put(tenant, List.copyOf(all));
        return this;
    }

    @Override
    public Answer answer(TenantId tenant, Query query) {
        List<Row> matching = matching(tenant, query);
        List<Row> after = rest(matching, query);
        List<Row> page = after.stream()
                .limit(query.page().limit())
                .map(row -> query.transcripts() ? row : new Row(row.conversation(), List.of()))
                .toList();
        OptionalLong total = query.countAll() ? OptionalLong.of(matching.size()) : OptionalLong.empty();
        return new Answer(page, after.size() > page.size(), total);
    }

    @Override
    public void stream(TenantId tenant, Query query, Consumer<Row> consumer) {
        answer(tenant, query).rows().forEach(consumer);
    }

    private List<Row> matching(TenantId tenant, Query query) {
        return rows.getOrDefault(tenant, List.of()).stream()
                .filter(row -> matches(query.filter(), row))
                .sorted(order(query.sort()))
                .toList();
    }

    private static Comparator<Row> order(Sort sort) {
        Comparator<Row> order = Comparator.comparing((Row row) -> sort.field().of(row.conversation()))
                .thenComparingLong(row -> row.conversation().number());
        return sort.descending() ? order.reversed() : order;
    }

    private static List<Row> rest(List<Row> matching, Query query) {
        return switch (query.page()) {
            case Page.Offset offset -> matching.stream().skip(offset.offset()).toList();
            case Page.After after ->
                matching.stream()
                        .filter(row -> comesAfter(row.conversation(), after, query.sort()))
                        .toList();
        };
    }

    private static boolean comesAfter(Conversation conversation, Page.After after, Sort sort) {
        int order = sort.field().of(conversation).compareTo(after.key());
        int tie = order != 0 ? order : Long.compare(conversation.number(), after.number());
        return sort.descending() ? tie < 0 : tie > 0;
    }

    /// Whether the filter holds of the conversation.
    public static boolean matches(Filter filter, Row row) {
        Conversation conversation = row.conversation();
        return switch (filter) {
            case Filter.All all -> all.filters().stream().allMatch(each -> matches(each, row));
            case Filter.Any any -> any.filters().stream().anyMatch(each -> matches(each, row));
            case Filter.Not not -> !matches(not.filter(), row);
            case Filter.OneOf one -> {
                String value = one.field().of(conversation);
                yield value != null && one.values().contains(value);
            }
            case Filter.Present present -> present.field().of(conversation) != null;
            case Filter.During during -> during.span().holds(during.field().of(conversation));
            case Filter.Between between -> between(between, between.field().of(conversation));
            case Filter.Contains contains -> {
                String text = contains.field().of(conversation);
                yield text != null && TextField.folded(text).contains(TextField.folded(contains.part()));
            }
            case Filter.Tagged tagged -> conversation.tags().contains(tagged.tag());
            case Filter.CustomData custom -> customData(custom, conversation);
            case Filter.Words words -> words.words().stream().allMatch(word -> hasWord(row, word));
            case Filter.Used used -> row.messages().stream().anyMatch(message -> used(used, message));
        };
    }

    private static boolean between(Filter.Between between, @Nullable Long value) {
        if (value == null) {
            return false;
        }
        boolean enough = between.least() == null || value >= between.least();
        boolean notTooMuch = between.most() == null || value <= between.most();
        return enough && notTooMuch;
    }

    private static boolean customData(Filter.CustomData custom, Conversation conversation) {
        Contact contact = conversation.contact();
        var data = switch (custom.owner()) {
            case CONVERSATION -> conversation.customData();
            case CONTACT -> contact == null ? null : contact.customData();
        };
        return data != null && contains(data.tree(), custom.object().tree());
    }

    /// PostgreSQL's `@>`, without its exception for a bare scalar against a top-level array.
    static boolean contains(JsonNode whole, JsonNode part) {
        if (part.isObject()) {
            return whole.isObject()
                    && part.properties().stream()
                            .allMatch(member -> whole.has(member.getKey())
                                    && contains(whole.get(member.getKey()), member.getValue()));
        }
        if (part.isArray()) {
            return whole.isArray()
                    && part.values().stream()
                            .allMatch(element -> whole.values().stream().anyMatch(each -> contains(each, element)));
        }
        boolean numbers = whole.isNumber() && part.isNumber();
        return numbers ? whole.decimalValue().compareTo(part.decimalValue()) == 0 : whole.equals(part);
    }

    private static boolean hasWord(Row row, String word) {
        return texts(row).flatMap(text -> Analyzer.words(text).stream()).anyMatch(each -> each.startsWith(word));
    }

    private static Stream<String> texts(Row row) {
        Conversation conversation = row.conversation();
        Contact contact = conversation.contact();
        Stream<@Nullable String> theirs =
                contact == null ? Stream.empty() : Stream.of(contact.name(), contact.email(), contact.phone());
        return Stream.concat(ownTexts(row), theirs.filter(Objects::nonNull));
    }

    /// The texts of the conversation itself.
    static Stream<String> ownTexts(Row row) {
        Conversation.Words said = row.conversation().words();
        Stream<@Nullable String> own = Stream.of(said.subject(), said.summary());
        return Stream.concat(
                own.filter(Objects::nonNull), row.messages().stream().map(Message::text));
    }

    private static boolean used(Filter.Used used, Message message) {
        return used.span().holds(message.at())
                && message.uses().stream()
                        .anyMatch(use -> use.type() == used.type()
                                && use.resourceId().equals(used.resourceId())
                                && counts(use, used.kind()));
    }

    /// An applied instruction or knowledge item was available too; an action never is.
    static boolean counts(Use use, UseKind kind) {
        boolean impliesAvailable = use.kind() == UseKind.APPLIED && use.type() != ResourceType.ACTION;
        return use.kind() == kind || (kind == UseKind.AVAILABLE && impliesAvailable);
    }

    /// When the replies that count used the resource.
    static List<Instant> repliesUsing(Filter.Used used, Row row) {
        return row.messages().stream()
                .filter(message -> used(used, message))
                .map(Message::at)
                .toList();
    }
}
