package dev.parlance.responder;

import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.KnowledgeItem;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Takes what a model said apart: the words for the contact, the items it cited, a call for a person.
final class ModelAnswer {
    private static final Pattern CITED = Pattern.compile("\\h*\\[([0-9]{1,2}(?:\\h*,\\h*[0-9]{1,2})*)]");

    private final List<KnowledgeItem> items;
    private final TreeSet<Integer> cited = new TreeSet<>();

    private ModelAnswer(List<KnowledgeItem> items) {
        this.items = items;
    }

    /// @throws ResponderFailure when nothing is left for the contact and no person is asked for
    static Answer read(String said, List<KnowledgeItem> items) {
        return new ModelAnswer(items).read(said);
    }

    private Answer read(String said) {
        Handoff handoff = said.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(ModelCall.HANDOFF))
                .findFirst()
                .map(line -> handoff(line.substring(ModelCall.HANDOFF.length()).strip()))
                .orElse(null);
        String words = said.lines()
                .filter(line -> !line.strip().startsWith(ModelCall.HANDOFF))
                .collect(Collectors.joining("\n"));
        String text = CITED.matcher(words).replaceAll(this::citation).strip();
        if (text.isEmpty() && handoff == null) {
            throw ResponderFailure.passing("The model's answer has no text.");
        }
        return new Answer(text.isEmpty() ? null : text, uses(), handoff);
    }

    private Handoff handoff(String summary) {
        return new Handoff(CITED.matcher(summary).replaceAll(this::citation), null, null);
    }

    /// Numbers of items are ours and are taken out; other brackets stay.
    private String citation(MatchResult match) {
        List<Integer> numbers = Arrays.stream(match.group(1).split(","))
                .map(number -> Integer.parseInt(number.strip()))
                .toList();
        if (numbers.stream().anyMatch(number -> number < 1 || number > items.size())) {
            return java.util.regex.Matcher.quoteReplacement(match.group());
        }
        cited.addAll(numbers);
        return "";
    }

    private List<Use> uses() {
        return IntStream.rangeClosed(1, items.size())
                .mapToObj(number -> use(items.get(number - 1), cited.contains(number)))
                .toList();
    }

    private static Use use(KnowledgeItem item, boolean applied) {
        @Nullable String title = item.title().isBlank() ? null : item.title();
        UseKind kind = applied ? UseKind.APPLIED : UseKind.AVAILABLE;
        return new Use(ResourceType.KNOWLEDGE, item.id(), kind, title, null, null, false);
    }
}
