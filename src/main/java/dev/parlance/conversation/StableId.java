package dev.parlance.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/// Ids that come from outside as text: a UUID is kept, any other text always gives the same UUID, in every tenant.
public final class StableId {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private StableId() {}

    /// Whether the text is a UUID in its usual form of 36 characters.
    public static boolean isUuid(String text) {
        return UUID_TEXT.matcher(text).matches();
    }

    /// The UUID itself, or the one that follows from `kind` and the text.
    public static UUID of(String kind, String text) {
        return isUuid(text) ? UUID.fromString(text.toLowerCase(Locale.ROOT)) : derived(kind, text);
    }

    /// The UUID that follows from `kind` and the parts, even if a part looks like a UUID.
    public static UUID derived(String kind, String... parts) {
        String text = kind + '\u001f' + String.join("\u001f", parts);
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public static UUID workspace(String name) {
        return derived("workspace", name);
    }

    public static UUID channel(String workspace, Channel channel, String name) {
        return derived("channel", workspace, channel.word(), name);
    }

    /// The file that a conversation of this number has under this name.
    public static UUID file(long number, String name) {
        return derived("file", Long.toString(number), name);
    }

    public static UUID company(String name) {
        return derived("company", name);
    }
}
