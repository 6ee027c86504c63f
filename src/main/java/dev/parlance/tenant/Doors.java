package dev.parlance.tenant;

/// Everything through which a dialect reaches a tenant's data: to read, and to change.
public record Doors(Archive archive, Desk desk) {}
