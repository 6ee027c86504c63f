package dev.parlance.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One way into a workspace, such as a mailbox. `name` is what records call it, and stays; `displayName` is what people
/// call it since they named it.
public record ChannelAccount(
        UUID id,
        Named workspace,
        Channel channel,
        String name,
        @Nullable String displayName,
        boolean enabled,
        Instant created) {
    /// What to show to people.
    public String title() {
        return displayName == null ? name : displayName;
    }
}
