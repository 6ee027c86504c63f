package dev.parlance.query;

import dev.parlance.conversation.Agent;
import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import dev.parlance.conversation.SummaryBy;
import dev.parlance.conversation.Team;
import dev.parlance.conversation.TicketingSystem;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Conversations made to be hard: few distinct values so that everything ties, nulls everywhere, and texts full of
/// wildcards,
/// quotes and other scripts.
public final class RandomRows {
    public static final List<String> TEXTS = List.of(
            "refund 100%",
            "a_b",
            "back\\slash",
            "it's \"quoted\"",
            "Überweisung",
            "ÜBER",
            "日本語の返金",
            "환불 요청",
            "مرحبا بكم",
            "ß STRASSE strasse",
            "İstanbul ı",
            "emoji 😀 👍🏽",
            "x",
            "'; drop table conversation; --",
            "%",
            "_",
            "\\",
            "refunds");
    public static final List<String> LINKS =
            List.of("+15550100", "+15550199", "guest_%", "guest_a", "GUEST_A", "a\\b", "ü1", "Ü1");
    public static final List<String> OBJECTS = List.of(
            "{\"plan\":\"free\"}",
            "{\"plan\":\"pro\",\"seats\":5}",
            "{\"seats\":5.0,\"vip\":true}",
            "{\"seats\":\"5\",\"vip\":null}",
            "{\"order\":{\"id\":\"%1\",\"lines\":[{\"sku\":\"a\",\"n\":1},{\"sku\":\"b\",\"n\":2}]}}",
            "{\"order\":{\"id\":\"%1\",\"lines\":[{\"sku\":\"a\",\"n\":2}]},\"plan\":\"free\"}",
            "{\"list\":[1,2,\"x\",[3]],\"empty\":{},\"none\":[]}",
            "{}");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random;

    public RandomRows(long seed) {
        this.random = new Random(seed);
    }

    /// So many rows, numbers from 1.
    public List<Row> rows(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(this::row).toList();
    }

    /// A row of this number.
    public Row row(long number) {
        List<Message> messages = messages(number);
        return new Row(conversation(number, messages), messages);
    }

    private Conversation conversation(long number, List<Message> messages) {
        String workspace = pick(List.of("default", "shop"));
        Channel channel = pick(List.of(Channel.values()));
        State state = pick(List.of(State.values()));
        return new Conversation(
                StableId.derived("conversation", "random", Long.toString(number)),
                number,
                new Named(StableId.workspace(workspace), workspace),
                channel,
                new Named(StableId.channel(workspace, channel, channel.word()), channel.word()),
                pick(List.of(Direction.values())),
                state,
                words(),
                standing(),
                times(state, messages),
                new Conversation.Counts(messages.size(), random.nextInt(4), maybe(() -> random.nextInt(5) * 30)),
                maybe(this::contact),
                agent(),
                links(),
                maybe(this::team),
                tags(),
                maybe(this::object),
                maybe(() -> new Handoff(
                        "handed over", maybe(() -> pick(List.of(Sentiment.values()))), maybe(this::instant))),
                maybe(() ->
                        new TicketingSystem(pick(List.of("zendesk", "gorgias")), "T" + random.nextInt(5), "ticket_id")),
                null,
                new Conversation.Origin("random", Long.toString(number)));
    }

    private Conversation.Words words() {
        return new Conversation.Words(
                text(),
                text(),
                text(),
                text(),
                maybe(() -> pick(List.of("en", "de", "ja"))),
                maybe(() -> pick(List.of(SummaryBy.values()))));
    }

    private Conversation.Standing standing() {
        return new Conversation.Standing(
                maybe(() -> pick(List.of(Sentiment.values()))),
                maybe(() -> pick(List.of(AiClosure.values()))),
                random.nextBoolean(),
                random.nextBoolean(),
                0);
    }

    private Conversation.Times times(State state, List<Message> messages) {
        return new Conversation.Times(
                instant(),
                instant(),
                messages.isEmpty() ? null : messages.getLast().at(),
                messages.isEmpty() ? null : messages.getFirst().at(),
                state.ended() ? instant() : null,
                maybe(this::instant),
                maybe(this::instant),
                maybe(() -> random.nextInt(3) * 60));
    }

    private Agent agent() {
        return new Agent(
                maybe(() -> StableId.of("agent", "a" + random.nextInt(3))),
                null,
                maybe(() -> "v" + random.nextInt(3)),
                maybe(() -> pick(LINKS)));
    }

    private Conversation.Links links() {
        return new Conversation.Links(
                maybe(() -> pick(LINKS)),
                maybe(() -> "w" + random.nextInt(3)),
                maybe(() -> Integer.toString(random.nextInt(3))),
                maybe(() -> "m" + random.nextInt(3)),
                maybe(() -> "g" + random.nextInt(3)));
    }

    private Team team() {
        String name = "team " + random.nextInt(3);
        return new Team(StableId.of("team", name), name, null);
    }

    /// The same few contacts come again and again: a contact's number decides all of it.
    private Contact contact() {
        int which = random.nextInt(12);
        Random own = new Random(which);
        return new Contact(
                StableId.of("contact", "c" + which),
                "c" + which,
                own.nextInt(3) == 0 ? null : TEXTS.get(own.nextInt(TEXTS.size())),
                which % 3 == 0 ? null : "Ana" + which + "@" + (own.nextBoolean() ? "Example.com" : "example.org"),
                which % 4 == 0 ? null : "+155501" + which,
                which % 2 == 0 ? null : new JsonText(OBJECTS.get(own.nextInt(OBJECTS.size()))),
                which % 5 == 0 ? null : company(own.nextInt(2)),
                Contact.NonVerified.NOTHING);
    }

    private static Named company(int which) {
        String name = which == 0 ? "Acme 100%" : "Büro_Ö";
        return new Named(StableId.company(name), name);
    }

    private List<Message> messages(long number) {
        int count = random.nextInt(5);
        return IntStream.range(0, count).mapToObj(i -> message(number, i)).toList();
    }

    private Message message(long number, int position) {
        Author author = pick(List.of(Author.values()));
        UUID id = StableId.derived("message", Long.toString(number), Integer.toString(position));
        List<Use> uses = author == Author.AI
                ? IntStream.range(0, random.nextInt(4)).mapToObj(i -> use()).toList()
                : List.of();
        return new Message(
                id,
                author,
                null,
                START.plusSeconds(60L * (random.nextInt(3) + 3L * position)),
                pick(TEXTS),
                List.of(),
                uses);
    }

    private Use use() {
        ResourceType type = pick(List.of(ResourceType.values()));
        UseKind kind = type == ResourceType.ACTION ? UseKind.APPLIED : pick(List.of(UseKind.values()));
        return new Use(type, "r" + random.nextInt(3), kind, null, null, null, random.nextBoolean());
    }

    private List<String> tags() {
        return random.ints(random.nextInt(4), 0, TEXTS.size())
                .distinct()
                .mapToObj(TEXTS::get)
                .toList();
    }

    private JsonText object() {
        return new JsonText(pick(OBJECTS));
    }

    private @Nullable String text() {
        return maybe(() -> pick(TEXTS));
    }

    /// One of a dozen moments, some a microsecond apart.
    private Instant instant() {
        return START.plusSeconds(3600L * random.nextInt(4)).plusNanos(1000L * random.nextInt(3));
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextInt(4) == 0 ? null : value.get();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
