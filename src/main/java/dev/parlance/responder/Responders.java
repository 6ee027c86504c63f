package dev.parlance.responder;

import dev.parlance.conversation.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which responder each tenant has.
public interface Responders {
    /// The tenant's responder, empty when it has none.
    Optional<Responder> find(TenantId tenant);

    /// Gives the tenant a responder, or with null takes it away. From then on what contacts say waits for it, or does
    /// not.
    void set(TenantId tenant, @Nullable Responder responder);
}
