package dev.parlance.store;

import dev.parlance.journal.Committed;
import dev.parlance.journal.Feed;
import dev.parlance.journal.Settled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a transaction changes, kept at hand for those who follow the journal, so that they need not read it again. Left
/// out when it reaches further than the conversations that were touched, or is large.
final class Telling {
    private final List<Feed.Subject> subjects = new ArrayList<>();
    private boolean complete = true;

    /// There is more to it: followers have to read.
    void giveUp() {
        complete = false;
        subjects.clear();
    }

    void add(List<Slot> changed) {
        if (complete) {
            changed.forEach(slot -> subjects.add(subject(slot)));
        }
    }

    private static Feed.Subject subject(Slot slot) {
        Settled after = slot.after();
        Set<Feed.Use> uses = UseTally.of(after.messages()).keySet().stream()
                .map(key -> new Feed.Use(key.type(), key.resourceId(), key.kind()))
                .collect(Collectors.toSet());
        return new Feed.Subject(after.conversation(), uses, Set.copyOf(slot.words()), slot.untold() == 0);
    }

    /// What followers can take as it is, after the number that the journal had before.
    Optional<Committed.Told> told(long before) {
        return complete ? Optional.of(new Committed.Told(before, subjects)) : Optional.empty();
    }
}
