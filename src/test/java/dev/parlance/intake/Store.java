package dev.parlance.intake;

import dev.parlance.journal.Command;
import dev.parlance.journal.Draft;
import dev.parlance.journal.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps drafts by their identity and says what a store would say.
final class Store {
    final List<Integer> batches = new ArrayList<>();
    private final Map<List<String>, Draft> drafts = new HashMap<>();
    private final List<Draft> order = new ArrayList<>();

    List<Outcome> put(List<Command.Put> batch) {
        batches.add(batch.size());
        return batch.stream().map(put -> put(put.draft())).toList();
    }

    private Outcome put(Draft draft) {
        if (draft.sourceId().equals("taken")) {
            return new Outcome.Rejected("ticket_number", "is taken");
        }
        order.add(draft);
        Draft before = drafts.put(List.of(draft.source(), draft.sourceId()), draft);
        if (before == null) {
            return new Outcome.Created(drafts.size());
        }
        return before.equals(draft) ? new Outcome.Unchanged(1) : new Outcome.Updated(1);
    }

    List<Draft> drafts() {
        return order;
    }

    long messages() {
        return drafts.values().stream()
                .mapToLong(draft -> draft.messages().size())
                .sum();
    }

    long uses() {
        return drafts.values().stream()
                .flatMap(draft -> draft.messages().stream())
                .mapToLong(message -> message.uses().size())
                .sum();
    }
}
