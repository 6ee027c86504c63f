package dev.parlance.intake.mapping;

/// Where a record stands: `$folder` (the name of the folder that holds the file, empty for standard input), `$file`
/// (the
/// file's name without extensions), `$line`, and `$position`, counted from 1 in its file.
public record Place(String folder, String file, long line, long position) {}
