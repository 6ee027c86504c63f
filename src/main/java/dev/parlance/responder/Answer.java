package dev.parlance.responder;

import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.Use;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a responder answers: words, a call for a person, both, or by neither that it will speak later by itself.
record Answer(
        @Nullable String text, List<Use> uses, @Nullable Handoff handoff) {
    static final Answer LATER = new Answer(null, List.of(), null);

    Answer {
        uses = List.copyOf(uses);
    }
}
