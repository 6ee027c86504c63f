package dev.parlance.conversation;

import org.jspecify.annotations.Nullable;

/// A recording: a file we hold or an outside address, exactly one of the two; `duration` in seconds.
public record Recording(
        @Nullable String file,
        @Nullable String url,
        @Nullable Integer duration,
        @Nullable String format) {}
