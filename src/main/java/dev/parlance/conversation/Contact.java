package dev.parlance.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The customer. `customData` is a JSON object.
public record Contact(
        UUID id,
        @Nullable String externalId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable JsonText customData,
        @Nullable Named company,
        NonVerified nonVerified) {

    /// What the contact said of itself and nobody checked.
    public record NonVerified(
            @Nullable String name,
            @Nullable String email,
            @Nullable JsonText customData) {
        public static final NonVerified NOTHING = new NonVerified(null, null, null);
    }
}
