package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.Use;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// Messages in the shape of a LiveKit chat context: an action is a call and its output, before the reply that used it.
final class Transcript {
    private static final int MICRO_DIGITS = 6;

    private Transcript() {}

    static void write(JsonGenerator json, List<Message> messages) {
        if (messages.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeArrayPropertyStart("items");
        for (Message message : messages) {
            actions(json, message);
            message(json, message);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void message(JsonGenerator json, Message message) {
        json.writeStartObject();
        json.writeStringProperty("id", message.id().toString());
        json.writeStringProperty("type", "message");
        json.writeStringProperty("role", role(message.author()));
        json.writeArrayPropertyStart("content");
        json.writeString(message.text());
        json.writeEndArray();
        json.writeBooleanProperty("interrupted", false);
        json.writeNullProperty("transcript_confidence");
        json.writeObjectPropertyStart("extra");
        if (message.author() == Author.HUMAN) {
            json.writeBooleanProperty("human", true);
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("metrics");
        json.writeEndObject();
        at(json, message.at());
        json.writeEndObject();
    }

    private static String role(Author author) {
        return switch (author) {
            case CONTACT -> "user";
            case AI, HUMAN -> "assistant";
            case SYSTEM -> "system";
        };
    }

    /// The calls of a message, each with its output.
    static void actions(JsonGenerator json, Message message) {
        int number = 0;
        for (Use use : message.uses()) {
            if (use.type() == ResourceType.ACTION) {
                number++;
                call(json, message, use, number);
                output(json, message, use, number);
            }
        }
    }

    private static void call(JsonGenerator json, Message message, Use use, int number) {
        json.writeStartObject();
        json.writeStringProperty("id", message.id() + "/call-" + number);
        json.writeStringProperty("type", "function_call");
        json.writeStringProperty("call_id", message.id() + "/" + number);
        json.writeStringProperty(
                "arguments", use.arguments() == null ? "{}" : use.arguments().text());
        json.writeStringProperty("name", name(use));
        at(json, message.at());
        json.writeObjectPropertyStart("extra");
        json.writeEndObject();
        json.writeNullProperty("group_id");
        json.writeEndObject();
    }

    private static void output(JsonGenerator json, Message message, Use use, int number) {
        json.writeStartObject();
        json.writeStringProperty("id", message.id() + "/output-" + number);
        json.writeStringProperty("type", "function_call_output");
        json.writeStringProperty("name", name(use));
        json.writeStringProperty("call_id", message.id() + "/" + number);
        json.writeStringProperty("output", output(use.result()));
        json.writeBooleanProperty("is_error", use.error());
        at(json, message.at());
        json.writeEndObject();
    }

    private static String name(Use use) {
        return use.name() == null ? use.resourceId() : use.name();
    }

    /// What a tool said is text: a string as it is, anything else as JSON.
    private static String output(@Nullable JsonText result) {
        if (result == null) {
            return "";
        }
        if (!result.text().startsWith("\"")) {
            return result.text();
        }
        JsonNode tree = result.tree();
        return tree.stringValue();
    }

    private static void at(JsonGenerator json, Instant at) {
        long micros = Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000), at.getNano() / 1000);
        json.writeName("created_at");
        json.writeNumber(BigDecimal.valueOf(micros, MICRO_DIGITS).toPlainString());
    }
}
