package dev.parlance.tenant;

/// Everything through which a dialect reaches a tenant's data: to read conversations, to read what is beside them and
/// what they belong to, and to change.
public record Doors(Archive archive, Directory directory, Premises premises, Desk desk) {}
