package dev.parlance.query;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import java.util.List;

/// A conversation of an answer; `messages`, oldest first, are there only when the query asked for transcripts.
public record Row(Conversation conversation, List<Message> messages) {}
