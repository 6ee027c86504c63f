package dev.parlance.responder;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.KnowledgeItem;
import dev.parlance.conversation.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Has a tenant's language model answer a turn from the tenant's knowledge.
final class ModelCall {
    static final String HANDOFF = "HANDOFF:";

    private static final int MOST_MESSAGES = 40;
    private static final int MOST_CHARACTERS_OF_ITEM = 4_000;
    private static final String USUAL =
            "You answer the customers of a company. Be brief and friendly, and answer in the"
                    + " customer's language. Do not invent facts.";
    private static final String RULES = """
            When you rely on an item of the knowledge above, put its number in brackets behind the sentence, as in [1].
            When you cannot help, or the customer asks for a person, end with a line of its own that begins with HANDOFF:
            and says in one sentence what it is about.
            """;

    private final Knowledge knowledge;
    private final Chat chat;

    ModelCall(Knowledge knowledge, Chat chat) {
        this.knowledge = knowledge;
        this.chat = chat;
    }

    /// @throws ResponderFailure when there is no answer, or one that cannot be used
    Answer ask(Responder.Model model, Question question) {
        List<KnowledgeItem> items =
                model.items() == 0 ? List.of() : knowledge.retrieve(question.tenant(), asked(question), model.items());
        List<Chat.Line> lines = new ArrayList<>();
        lines.add(new Chat.Line("system", told(model, question, items)));
        transcript(question.messages()).forEach(lines::add);
        return ModelAnswer.read(chat.complete(model, lines), items);
    }

    /// What the contact said in the last two turns: the last alone often only points back.
    private static String asked(Question question) {
        return question.messages().reversed().stream()
                .filter(message -> message.author() == Author.CONTACT)
                .limit(2)
                .map(Message::text)
                .collect(Collectors.joining("\n"));
    }

    private static String told(Responder.Model model, Question question, List<KnowledgeItem> items) {
        StringBuilder told = new StringBuilder(model.instructions() == null ? USUAL : model.instructions());
        told.append("\n\nThe conversation is by ")
                .append(question.conversation().channel().word());
        String context = question.conversation().words().initialContext();
        if (context != null) {
            told.append(". What is known of it: ").append(context);
        }
        told.append("\n\n").append(items.isEmpty() ? "There is no knowledge about this.\n" : "Knowledge:\n");
        for (int i = 0; i < items.size(); i++) {
            String text = items.get(i).text();
            told.append('[')
                    .append(i + 1)
                    .append("] ")
                    .append(items.get(i).title())
                    .append('\n');
            told.append(text, 0, Math.min(text.length(), MOST_CHARACTERS_OF_ITEM))
                    .append('\n');
        }
        return told.append('\n').append(RULES).toString();
    }

    /// The conversation as models know chats: what the AI and people of the house said is the assistant's.
    static List<Chat.Line> transcript(List<Message> messages) {
        List<Chat.Line> lines = messages.stream()
                .filter(message ->
                        message.author() != Author.SYSTEM && !message.text().isBlank())
                .map(message ->
                        new Chat.Line(message.author() == Author.CONTACT ? "user" : "assistant", message.text()))
                .toList();
        return lines.subList(Math.max(0, lines.size() - MOST_MESSAGES), lines.size());
    }
}
