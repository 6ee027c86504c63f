package dev.parlance.journal;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Team;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a draft meets: what is stored of the conversation already, the contact and team it names as they are after it,
/// and whether
/// it changed one of these two. `number` is the conversation's, `now` of whole microseconds.
public record Circumstances(
        @Nullable Settled stored,
        @Nullable Contact contact,
        @Nullable Team team,
        boolean changesOthers,
        long number,
        Instant now) {}
