package dev.parlance.understanding;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A summary without a model: what the contact said first and what was answered last, word for word.
final class Extract {
    private static final int MOST = 240;
    private static final String REDACTED = "[REDACTED]";

    private Extract() {}

    /// Empty when nothing was said that could be taken.
    static Optional<String> of(List<Message> messages) {
        Optional<String> question = first(messages, author -> author == Author.CONTACT);
        Optional<String> answer = first(messages.reversed(), author -> author == Author.AI || author == Author.HUMAN);
        String summary = Stream.of(question, answer).flatMap(Optional::stream).collect(Collectors.joining(" — "));
        return summary.isEmpty() ? Optional.empty() : Optional.of(summary);
    }

    private static Optional<String> first(List<Message> messages, Predicate<Author> by) {
        return messages.stream()
                .filter(message -> by.test(message.author()))
                .map(message -> message.text().strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty() && !text.equals(REDACTED))
                .findFirst()
                .map(Extract::cut);
    }

    /// At most so many characters, ending with a whole word.
    private static String cut(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int space = text.lastIndexOf(' ', MOST);
        int end = space > MOST / 2 ? space : MOST;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
