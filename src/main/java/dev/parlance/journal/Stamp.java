package dev.parlance.journal;

import dev.parlance.conversation.By;
import org.jspecify.annotations.Nullable;

/// Who wants a change, and the receipt under which it happens once.
public record Stamp(By by, @Nullable Receipt receipt) {
    /// A change that is asked for again under the same key happened already; `fingerprint` tells whether it is the same
    /// one.
    public record Receipt(String key, String fingerprint) {}

    public static Stamp of(By by) {
        return new Stamp(by, null);
    }
}
