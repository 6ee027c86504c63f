package dev.parlance.journal;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import java.util.List;

/// A conversation with all its messages, oldest first: every default filled in, ready to be stored.
public record Settled(Conversation conversation, List<Message> messages) {
    public Settled {
        messages = List.copyOf(messages);
    }
}
