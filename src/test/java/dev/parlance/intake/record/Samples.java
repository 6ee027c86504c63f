package dev.parlance.intake.record;

import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.State;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Valid import records of every kind, from a seed.
public final class Samples {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String[] TEXTS = {"Hallo", "", "你好 😀", "a\"b\\c\n\t", "ﷺ é", "0", "null", "x".repeat(400)};

    private final Random random;

    public Samples(long seed) {
        this.random = new Random(seed);
    }

    /// A record with every member that some coin flips leave in, ids included.
    public ObjectNode record() {
        ObjectNode record = NODES.objectNode();
        record.put("id", uuid()).put("source", "s" + random.nextInt(3));
        record.put("source_id", "id" + random.nextInt(1_000_000_000));
        record.put("ticket_number", random.nextLong(1, 1L << 53));
        record.put("channel", word(Channel.values())).put("channel_id", name()).put("workspace", name());
        record.put("created_at", instant()).put("updated_at", instant());
        record.put("state", word(State.values())).put("direction", random.nextBoolean() ? "inbound" : "outbound");
        record.put("user_turn_count", random.nextInt(1000));
        maybe(() -> record.put("sentiment", word(Sentiment.values())));
        maybe(() -> record.put("ai_closure_type", word(AiClosure.values())));
        maybe(() -> record.put("assist_mode", random.nextBoolean()));
        maybe(() -> record.put("support_required", random.nextBoolean()));
        for (String text : List.of("subject", "summary", "outcome", "initial_context")) {
            maybe(() -> record.put(text, text()));
        }
        for (String name : List.of("language", "user_id", "web_widget_id", "assignee_id", "conversation_graph_id")) {
            maybe(() -> record.put(name, name()));
        }
        maybe(() -> record.put("duration", random.nextInt(100_000)));
        maybe(() -> record.put("inaction_ttl", random.nextInt(100_000)));
        maybe(() -> record.put("scheduled_at", instant()).put("expires_at", instant()));
        parts(record);
        return record;
    }

    private void parts(ObjectNode record) {
        maybe(() -> contact(record.putObject("contact")));
        maybe(() ->
                record.putObject("agent").put("id", uuid()).put("name", name()).put("number", name()));
        maybe(() ->
                record.putObject("team").put("id", uuid()).put("name", name()).put("description", text()));
        maybe(() -> record.putArray("tags").add(name()).add("vip"));
        maybe(() -> record.set("custom_data", custom()));
        maybe(() -> record.putObject("handoff").put("summary", text()).put("at", instant()));
        maybe(() -> record.putObject("ticketing_system")
                .put("name", name())
                .put("external_id", name())
                .put("id_type", "ticket_id"));
        maybe(() -> record.putObject("recording")
                .put("file", "calls/" + random.nextInt() + ".mp3")
                .put("duration", 3));
        for (int i = random.nextInt(5); i > 0; i--) {
            message(record.withArray("messages").addObject());
        }
    }

    private void contact(ObjectNode contact) {
        contact.put("id", uuid());
        maybe(() -> contact.put("external_id", name()));
        maybe(() -> contact.put("name", name()));
        maybe(() -> contact.put("email", name() + "@example.org"));
        maybe(() -> contact.put("phone", "+49" + random.nextInt(10_000)));
        maybe(() -> contact.set("custom_data", custom()));
        maybe(() -> contact.put("company", name()));
        maybe(() -> contact.put("non_verified_name", name()));
        maybe(() -> contact.set("non_verified_custom_data", custom()));
    }

    private void message(ObjectNode message) {
        Author author = List.of(Author.values()).get(random.nextInt(4));
        message.put("id", uuid())
                .put("author", author.word())
                .put("text", text())
                .put("at", instant());
        maybe(() -> message.put("author_name", name()));
        maybe(() -> message.withArray("attachments")
                .addObject()
                .put("name", name())
                .put("url", "https://x/")
                .put("size", 7));
        if (author == Author.AI) {
            maybe(() -> use(message.withArray("uses").addObject()));
        }
    }

    private void use(ObjectNode use) {
        ResourceType type = List.of(ResourceType.values()).get(random.nextInt(3));
        use.put("type", type.word()).put("id", name());
        use.put("kind", type != ResourceType.ACTION && random.nextBoolean() ? "available" : "applied");
        maybe(() -> use.put("name", name()));
        maybe(() -> use.set("arguments", custom()));
        maybe(() -> use.put("result", text()));
        maybe(() -> use.put("error", true));
    }

    private ObjectNode custom() {
        ObjectNode custom = NODES.objectNode();
        custom.put("number", new BigDecimal(random.nextLong() + ".50"));
        custom.put("big", new BigInteger(200, random));
        custom.putArray("list").add(text()).addNull().add(true);
        custom.putObject("deep").put(text(), random.nextInt());
        return custom;
    }

    private void maybe(Runnable step) {
        if (random.nextBoolean()) {
            step.run();
        }
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private String name() {
        return "n" + random.nextInt(50) + text().strip();
    }

    private String instant() {
        return Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L), random.nextInt(1000) * 1000L)
                .toString();
    }

    private String word(Enum<?>[] values) {
        return values[random.nextInt(values.length)].name().toLowerCase(Locale.ROOT);
    }
}
