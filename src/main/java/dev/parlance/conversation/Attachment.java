package dev.parlance.conversation;

import org.jspecify.annotations.Nullable;

/// A file that came with a message: by address or held by us; `size` in bytes.
public record Attachment(
        String name,
        @Nullable String url,
        @Nullable String file,
        @Nullable String mimeType,
        @Nullable Long size) {}
