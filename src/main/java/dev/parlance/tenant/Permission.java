package dev.parlance.tenant;

import java.util.Arrays;
import java.util.Optional;

/// What a token may do, in no vendor's words.
public enum Permission {
    CONVERSATIONS_READ("conversations:read"),
    /// Summaries, transcripts, custom data, recordings, and asking by them.
    CONVERSATIONS_READ_SENSITIVE("conversations:read_sensitive"),
    CONVERSATIONS_WRITE("conversations:write"),
    CONTACTS_READ("contacts:read"),
    CONTACTS_WRITE("contacts:write"),
    /// Workspaces and channels; whoever reads or writes conversations sees them too.
    CHANNELS_READ("channels:read"),
    CHANNELS_WRITE("channels:write"),
    /// Agents and their versions.
    RESOURCES_READ("resources:read"),
    RESOURCES_WRITE("resources:write"),
    TRAINING_READ("training:read"),
    ACTIONS_READ("actions:read"),
    ADMIN("admin");

    private final String scope;

    Permission(String scope) {
        this.scope = scope;
    }

    /// The name in `--scope` and in the store.
    public String scope() {
        return scope;
    }

    public static Optional<Permission> find(String scope) {
        return Arrays.stream(values())
                .filter(permission -> permission.scope.equals(scope))
                .findFirst();
    }
}
