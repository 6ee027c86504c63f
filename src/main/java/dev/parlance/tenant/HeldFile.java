package dev.parlance.tenant;

import java.util.UUID;

/// A recording or an attachment whose bytes we hold.
///
/// @param name as its conversation has it, which may be a path
/// @param version changes with the bytes
public record HeldFile(UUID id, String name, String mediaType, long size, String version) {
    /// The name without folders.
    public String bareName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
