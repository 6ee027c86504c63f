package dev.parlance.conversation;

/// Where the conversation stands in an outside help desk.
public record TicketingSystem(String name, String externalId, String idType) {}
