package dev.parlance.journal;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.TenantId;
import dev.parlance.conversation.UseKind;
import java.util.Set;
import java.util.function.Consumer;

/// The tables as those see them who follow the journal: what there is at one of its numbers.
public interface Feed {
    /// How many conversations there are.
    long count(TenantId tenant);

    /// Gives every conversation as of one moment, by number, and says at which seq that was.
    long all(TenantId tenant, Consumer<Subject> subjects);

    /// Gives every conversation that any change after `seq` touched, as it is now, and says at which seq that was.
    long since(TenantId tenant, long seq, Consumer<Subject> subjects);

    /// A conversation, what its replies used, and the words of its messages, subject and summary: all of them when it
    /// is
    /// `whole`, otherwise only those that a change added. The sets are not to be changed.
    record Subject(Conversation conversation, Set<Use> uses, Set<String> words, boolean whole) {}

    /// Some reply used the resource in this way.
    record Use(ResourceType type, String resourceId, UseKind kind) {}
}
