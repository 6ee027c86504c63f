package dev.parlance.intake.record;

import dev.parlance.journal.Draft;
import dev.parlance.problem.Mistake;
import java.util.List;

/// What an import record turned out to be: a draft, or all of its mistakes.
public sealed interface DraftReading {
    record Good(Draft draft) implements DraftReading {}

    record Bad(List<Mistake> mistakes) implements DraftReading {
        public Bad {
            mistakes = List.copyOf(mistakes);
        }
    }
}
