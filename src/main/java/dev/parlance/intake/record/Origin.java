package dev.parlance.intake.record;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where records come from: the `source` of those that name none, and the folder that their `file` members are relative
/// to. Without a folder no record may name a file: it did not come from this machine.
public record Origin(String source, @Nullable Path folder) {}
