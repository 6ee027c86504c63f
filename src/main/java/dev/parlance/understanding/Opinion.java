package dev.parlance.understanding;

import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Sentiment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a model makes of a conversation. `open` when it says that the contact's concern is not settled.
record Opinion(
        String summary,
        @Nullable Sentiment sentiment,
        @Nullable AiClosure closure,
        boolean open) {
    static final String TOLD = """
            You read conversations of a company with its customers. Answer with one JSON object and nothing else:
            {"summary": "what the customer wanted and what came of it, in at most two sentences, in the customer's language",
            "sentiment": "angry, happy or neutral: how the customer feels at the end",
            "closure": "resolved when the customer confirmed that the concern is settled, assumed_resolved when it seems
            settled, open otherwise"}
            """;

    private static final int LONGEST_TRANSCRIPT = 20_000;
    private static final int LONGEST_SUMMARY = 2_000;

    /// The conversation as the model is to read it; of a long one the end.
    static String transcript(List<Message> messages) {
        String transcript = messages.stream()
                .filter(message -> message.author() != Author.SYSTEM)
                .map(message -> speaker(message.author()) + ": " + message.text())
                .collect(Collectors.joining("\n"));
        return transcript.substring(Math.max(0, transcript.length() - LONGEST_TRANSCRIPT));
    }

    private static String speaker(Author author) {
        return switch (author) {
            case CONTACT -> "Customer";
            case AI -> "AI";
            case HUMAN -> "Colleague";
            case SYSTEM -> "System";
        };
    }

    /// What the model said, if it can be used; it may stand in a fence or among other words.
    static Optional<Opinion> find(String said) {
        int from = said.indexOf('{');
        int to = said.lastIndexOf('}');
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        try {
            JsonNode tree =
                    JsonText.of(JsonText.parse(said.substring(from, to + 1))).tree();
            return opinion(tree);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Opinion> opinion(JsonNode tree) {
        String summary = tree.path("summary").asString("").strip();
        if (summary.isEmpty() || summary.length() > LONGEST_SUMMARY) {
            return Optional.empty();
        }
        String closure = tree.path("closure").asString("");
        return Optional.of(new Opinion(
                summary,
                Arrays.stream(Sentiment.values())
                        .filter(each ->
                                each.word().equals(tree.path("sentiment").asString("")))
                        .findFirst()
                        .orElse(null),
                Arrays.stream(AiClosure.values())
                        .filter(each ->
                                each != AiClosure.HANDED_OFF && each.word().equals(closure))
                        .findFirst()
                        .orElse(null),
                closure.equals("open")));
    }
}
