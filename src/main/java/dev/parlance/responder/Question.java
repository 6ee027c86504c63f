package dev.parlance.responder;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.TenantId;
import java.util.List;
import java.util.Optional;

/// A turn that waits for an answer: the conversation up to what the contact said last.
///
/// @param key names this turn, the same at each attempt
record Question(TenantId tenant, String key, Conversation conversation, List<Message> messages) {
    Question {
        messages = List.copyOf(messages);
    }

    /// The last thing that the contact said.
    Message asked() {
        return findLast(messages).orElseThrow();
    }

    /// The last message that somebody said.
    static Optional<Message> findLast(List<Message> messages) {
        return messages.reversed().stream()
                .filter(message -> message.author() != Author.SYSTEM)
                .findFirst();
    }
}
