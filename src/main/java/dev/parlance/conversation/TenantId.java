package dev.parlance.conversation;

/// The tenant's dense number in the store. Leads every key and never changes.
public record TenantId(int value) {}
