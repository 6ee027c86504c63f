package dev.parlance.conversation;

import java.util.Locale;

/// Where a conversation is in its life: the finest division of which every vendor's status is a partition.
public enum State {
    SCHEDULED(false),
    READY(false),
    TOKEN_CREATED(false),
    TRIGGERED(false),
    RINGING(false),
    NEW(false),
    ACTIVE(false),
    WAITING(false),
    HUMAN_MANAGED(false),
    RESOLVED(true),
    UNRESOLVED(true),
    TRANSFERRED(true),
    UNANSWERED(true),
    FAILED(true),
    CANCELLED(true),
    EXPIRED(true);

    private final boolean ended;

    State(boolean ended) {
        this.ended = ended;
    }

    /// Ended states change again only by an explicit reopen.
    public boolean ended() {
        return ended;
    }

    /// The name in import records and filters, such as `human_managed`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
