package dev.parlance.intake.mapping;

/// Where a record stands: `$file` (the file's name without folder and extensions), `$line`, and `$position`, counted
/// from
/// 1 in its file.
public record Place(String file, long line, long position) {}
