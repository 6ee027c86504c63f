package dev.parlance.journal;

import dev.parlance.conversation.By;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What deeds leave for the journal and beside the conversation. Each entry has a moment of its own, so that what was
/// done and what was said can be put in order by their times.
final class Notes {
    private final By by;
    private Instant now;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();

    Notes(By by, Instant now) {
        this.by = by;
        this.now = now;
    }

    /// The moment of the next entry.
    Instant now() {
        return now;
    }

    void add(Change.Kind kind, @Nullable UUID subject, Map<String, ? extends @Nullable Object> detail) {
        entries.add(new Entry(kind, subject, by, now, detail.isEmpty() ? null : Entry.detail(detail)));
        now = now.plusNanos(1_000);
    }

    void leave(Effect effect) {
        effects.add(effect);
    }

    List<Entry> entries() {
        return entries;
    }

    List<Effect> effects() {
        return effects;
    }

    /// Names and values in turn, some of the values null.
    static Map<String, @Nullable Object> detail(@Nullable Object... pairs) {
        Map<String, @Nullable Object> detail = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            detail.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return detail;
    }
}
