package dev.parlance.journal;

import dev.parlance.conversation.CatalogTag;
import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.problem.Problem;
import java.util.List;
import java.util.UUID;

/// What became of a command once it is durable.
public sealed interface Outcome {
    record Created(long number) implements Outcome {}

    record Updated(long number) implements Outcome {}

    /// Everything was so already; the journal has nothing of it.
    record Unchanged(long number) implements Outcome {}

    /// Refused, and nothing of it is stored: the record's member and why.
    record Rejected(String member, String reason) implements Outcome {}

    /// Of a command of the present.
    sealed interface Live extends Outcome {}

    /// The conversation after it, and the messages said by it. `began` when the command made it; `repeated` when the
    /// receipt shows that the command was carried out before: then nothing changed now.
    record Acted(Conversation conversation, List<Message> said, boolean began, boolean repeated) implements Live {
        public Acted {
            said = List.copyOf(said);
        }
    }

    record ContactKept(Contact contact) implements Live {}

    record ContactRemoved(UUID contact) implements Live {}

    record ChannelKept(UUID channel) implements Live {}

    record TagKept(CatalogTag tag) implements Live {}

    /// Nothing of it is stored: not found, in conflict, or invalid.
    record Refused(Problem problem) implements Live {}
}
