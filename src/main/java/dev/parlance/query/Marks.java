package dev.parlance.query;

import dev.parlance.conversation.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A mark is a 64-bit hash of one tag or of one value inside custom data, with its path. Two values may share a mark,
/// so marks
/// find candidates and the value itself decides. Stored: the function never changes.
public final class Marks {
    private Marks() {}

    public static long tag(String tag) {
        return hash("tag\u001f" + tag);
    }

    /// The marks of all of a conversation's tags and custom data.
    public static Set<Long> of(List<String> tags, @Nullable JsonText customData) {
        Set<Long> marks = new LinkedHashSet<>();
        tags.forEach(tag -> marks.add(tag(tag)));
        if (customData != null) {
            marks.addAll(leaves(customData));
        }
        return marks;
    }

    private static Set<Long> leaves(JsonText object) {
        Set<Long> marks = new LinkedHashSet<>();
        Leaves.of(object).forEach(leaf -> marks.add(hash("custom" + leaf)));
        return marks;
    }

    /// Those of an object's marks by which to look for it.
    public static Set<Long> telling(JsonText object) {
        Set<Long> marks = new LinkedHashSet<>();
        Leaves.telling(object).forEach(leaf -> marks.add(hash("custom" + leaf)));
        return marks;
    }

    /// FNV-1a with a final mix.
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }
}
