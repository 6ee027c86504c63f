package dev.parlance.responder;

import dev.parlance.conversation.Attachment;
import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Message;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Tells a tenant's address of a turn and takes its answer.
final class WebhookCall {
    private static final String WHO = "The webhook";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Variables variables;
    private final Clock clock;

    WebhookCall(Variables variables, Clock clock) {
        this.variables = variables;
        this.clock = clock;
    }

    /// @throws ResponderFailure when there is no answer, or one that cannot be understood
    Answer ask(Responder.Webhook webhook, Question question) {
        Signature signature = Signature.of(variables.get(webhook.secretVariable()));
        long now = clock.instant().getEpochSecond();
        String body = body(question);
        HttpRequest request = HttpRequest.newBuilder(webhook.url())
                .header("Content-Type", "application/json")
                .header("User-Agent", "Parlance")
                .header("webhook-id", question.key())
                .header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", signature.sign(question.key(), now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        byte[] answer = Outbound.post(WHO, request, webhook.patience().timeout());
        return answer == null ? Answer.LATER : WebhookAnswer.read(new String(answer, StandardCharsets.UTF_8));
    }

    private static String body(Question question) {
        ObjectNode data = NODES.objectNode();
        data.set("conversation", conversation(question.conversation()));
        data.put("message_id", question.asked().id().toString());
        ArrayNode messages = data.putArray("messages");
        question.messages().forEach(message -> messages.add(message(message)));
        ObjectNode body = NODES.objectNode();
        body.put("type", "conversation.turn");
        body.put("timestamp", question.asked().at().toString());
        body.set("data", data);
        return body.toString();
    }

    private static ObjectNode conversation(Conversation conversation) {
        ObjectNode node = NODES.objectNode();
        node.put("id", conversation.id().toString());
        node.put("number", conversation.number());
        node.put("workspace", conversation.workspace().name());
        node.put("channel", conversation.channel().word());
        node.put("state", conversation.state().word());
        node.put("created_at", conversation.times().created().toString());
        node.put("subject", conversation.words().subject());
        node.put("language", conversation.words().language());
        node.put("initial_context", conversation.words().initialContext());
        node.put(
                "agent_id",
                conversation.agent().id() == null
                        ? null
                        : conversation.agent().id().toString());
        ArrayNode tags = node.putArray("tags");
        conversation.tags().forEach(tags::add);
        node.set("custom_data", tree(conversation.customData()));
        node.set("contact", contact(conversation.contact()));
        return node;
    }

    private static JsonNode contact(@Nullable Contact contact) {
        if (contact == null) {
            return NODES.nullNode();
        }
        ObjectNode node = NODES.objectNode();
        node.put("id", contact.id().toString());
        node.put("external_id", contact.externalId());
        node.put("name", contact.name());
        node.put("email", contact.email());
        node.put("phone", contact.phone());
        node.set("custom_data", tree(contact.customData()));
        return node;
    }

    private static ObjectNode message(Message message) {
        ObjectNode node = NODES.objectNode();
        node.put("id", message.id().toString());
        node.put("author", message.author().word());
        node.put("author_name", message.authorName());
        node.put("at", message.at().toString());
        node.put("text", message.text());
        ArrayNode attachments = node.putArray("attachments");
        for (Attachment each : message.attachments()) {
            ObjectNode attachment = attachments.addObject();
            attachment.put("name", each.name());
            attachment.put("url", each.url());
            attachment.put("mime_type", each.mimeType());
        }
        return node;
    }

    private static JsonNode tree(@Nullable JsonText json) {
        return json == null ? NODES.nullNode() : json.tree();
    }
}
