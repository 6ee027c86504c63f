package dev.parlance.responder;

import dev.parlance.conversation.JsonText;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Asks a language model behind an OpenAI-compatible endpoint for the next line of a chat.
final class Chat {
    private static final String WHO = "The model's endpoint";

    private final Variables variables;

    Chat(Variables variables) {
        this.variables = variables;
    }

    /// One line of a chat; `role` is `system`, `user` or `assistant`.
    record Line(String role, String text) {}

    /// What the model says next.
    ///
    /// @throws ResponderFailure when it says nothing that can be used
    String complete(Responder.Model model, List<Line> lines) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(model.base()))
                .header("Content-Type", "application/json")
                .header("User-Agent", "Parlance")
                .POST(HttpRequest.BodyPublishers.ofString(body(model.model(), lines)));
        if (model.keyVariable() != null) {
            request.header("Authorization", "Bearer " + variables.get(model.keyVariable()));
        }
        byte[] answer = Outbound.post(WHO, request.build(), model.patience().timeout());
        if (answer == null) {
            throw ResponderFailure.lasting(WHO + " answered with nothing.");
        }
        return said(new String(answer, StandardCharsets.UTF_8));
    }

    private static URI address(URI base) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text : text + "/") + "chat/completions");
    }

    private static String body(String model, List<Line> lines) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", model);
        ArrayNode messages = body.putArray("messages");
        for (Line line : lines) {
            messages.addObject().put("role", line.role()).put("content", line.text());
        }
        return body.toString();
    }

    private static String said(String body) {
        JsonNode choice;
        try {
            JsonNode tree = JsonText.parse(body);
            JsonText.of(tree);
            choice = tree.path("choices").path(0);
        } catch (IllegalArgumentException e) {
            throw ResponderFailure.passing(WHO + " answered with what is " + e.getMessage() + ".");
        }
        String text = text(choice.path("message").path("content"));
        if (text == null || text.isBlank()) {
            throw ResponderFailure.passing("The model's answer has no text.");
        }
        if (choice.path("finish_reason").asString("").equals("length")) {
            throw ResponderFailure.passing("The model's answer is cut off.");
        }
        return text.strip();
    }

    /// Text, or a list of parts of which some are text.
    private static @Nullable String text(JsonNode content) {
        if (content.isString()) {
            return content.stringValue();
        }
        StringBuilder text = new StringBuilder();
        content.values().forEach(part -> text.append(part.path("text").asString("")));
        return text.isEmpty() ? null : text.toString();
    }
}
