package dev.parlance.query;

import dev.parlance.conversation.Message;
import dev.parlance.conversation.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What comes of what contacts say.
public interface Turns {
    /// Whether a responder answers the tenant's contacts by itself.
    boolean isAnswered(TenantId tenant);

    /// What has come of a message so far, empty when the conversation has no such message.
    Optional<Turn> find(TenantId tenant, UUID conversation, UUID message);

    /// What has come of a message.
    ///
    /// @param said what the AI said after it and before the contact spoke again
    /// @param pending whether the responder is still at it
    /// @param handedOff whether the AI asked for a person since
    /// @param failure why the responder failed at it; without the words of a message
    record Turn(
            List<Message> said,
            boolean pending,
            boolean handedOff,
            @Nullable String failure) {
        public Turn {
            said = List.copyOf(said);
        }
    }
}
