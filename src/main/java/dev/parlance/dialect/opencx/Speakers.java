package dev.parlance.dialect.opencx;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import org.jspecify.annotations.Nullable;

/// Who says a message, in the vendor's words.
final class Speakers {
    private Speakers() {}

    static Event.Sender of(Conversation session, Message message) {
        return switch (message.author()) {
            case CONTACT -> new Event.Sender("contact", first(message.authorName(), contact(session)));
            case AI ->
                new Event.Sender(
                        "ai", first(message.authorName(), session.agent().name()));
            case HUMAN -> new Event.Sender("human_agent", message.authorName());
            case SYSTEM -> new Event.Sender("system", message.authorName());
        };
    }

    /// The word of a message: people of the house have one of their own.
    static String type(Message message) {
        return message.author() == Author.HUMAN ? "agent_message" : "message";
    }

    static @Nullable String contact(Conversation session) {
        Contact contact = session.contact();
        return contact == null
                ? null
                : first(contact.name(), contact.nonVerified().name());
    }

    private static @Nullable String first(@Nullable String name, @Nullable String otherwise) {
        return name == null ? otherwise : name;
    }
}
