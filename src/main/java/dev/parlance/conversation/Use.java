package dev.parlance.conversation;

import org.jspecify.annotations.Nullable;

/// One reply's use of one resource. Actions are only ever applied.
public record Use(
        ResourceType type,
        String resourceId,
        UseKind kind,
        @Nullable String name,
        @Nullable JsonText arguments,
        @Nullable JsonText result,
        boolean error) {
    public Use {
        if (type == ResourceType.ACTION && kind == UseKind.AVAILABLE) {
            throw new IllegalArgumentException("an action is only ever applied");
        }
    }
}
