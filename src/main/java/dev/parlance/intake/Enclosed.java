package dev.parlance.intake;

import java.nio.file.Path;

/// A file that a record names.
///
/// @param member where the record names it, such as `recording.file`
/// @param name as the conversation will have it
/// @param version the SHA-256 of its bytes in hexadecimal
public record Enclosed(String member, String name, Path path, String mediaType, long size, String version) {}
