package dev.parlance.tenant;

/// Everything through which a dialect reaches a tenant's data: to read conversations, to read what is beside them and
/// what they belong to, to change, to keep agents, to give out addresses of files, and to wait for answers.
public record Doors(
        Archive archive,
        Directory directory,
        Premises premises,
        Desk desk,
        Roster roster,
        FileLinks files,
        Replies replies) {}
