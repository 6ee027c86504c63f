package dev.parlance.tenant;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The names that vendors give to what a token may do, and what they mean here.
public final class Scopes {
    private static final Map<String, Set<Permission>> VENDORS = Map.ofEntries(
            Map.entry(
                    "chat-sessions:read",
                    EnumSet.of(Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_READ_SENSITIVE)),
            Map.entry("chat-sessions:write", EnumSet.of(Permission.CONVERSATIONS_WRITE)),
            Map.entry(
                    "conversations:manage", EnumSet.of(Permission.CONVERSATIONS_WRITE, Permission.CONVERSATIONS_READ)),
            Map.entry("agents:read", EnumSet.of(Permission.RESOURCES_READ)),
            Map.entry("agents:manage", EnumSet.of(Permission.RESOURCES_READ, Permission.RESOURCES_WRITE)),
            Map.entry("*", EnumSet.allOf(Permission.class)));

    private Scopes() {}

    /// Everything: what a token without a scope may do.
    public static Set<Permission> all() {
        return EnumSet.allOf(Permission.class);
    }

    /// What a scope means for a token of this prefix, empty when it means nothing here.
    public static Optional<Set<Permission>> find(String scope, String prefix) {
        if (scope.equals("conversations:read") && prefix.startsWith("sf_")) {
            return Optional.of(EnumSet.of(Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_READ_SENSITIVE));
        }
        if (scope.equals("conversations:read_sensitive")) {
            return Optional.of(EnumSet.of(Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_READ_SENSITIVE));
        }
        return Optional.ofNullable(VENDORS.get(scope))
                .or(() -> Permission.find(scope).map(EnumSet::of));
    }

    /// Every scope that is understood, for a message.
    public static List<String> accepted() {
        List<String> ours =
                EnumSet.allOf(Permission.class).stream().map(Permission::scope).toList();
        return Stream.concat(ours.stream(), VENDORS.keySet().stream()).sorted().toList();
    }
}
