package dev.parlance.clock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Callers who want the same thing done to different subjects: one of them does it for all who came while the last
/// round
/// ran.
final class Rounds<S, R> {
    private final Function<Collection<S>, Map<S, R>> work;
    private final ReentrantLock turn = new ReentrantLock();
    private final ConcurrentLinkedQueue<Place<S, R>> waiting = new ConcurrentLinkedQueue<>();

    Rounds(Function<Collection<S>, Map<S, R>> work) {
        this.work = work;
    }

    private static final class Place<S, R> {
        private final S subject;
        private @Nullable Map<S, R> results;
        private @Nullable RuntimeException failure;

        Place(S subject) {
            this.subject = subject;
        }

        boolean isServed() {
            return results != null || failure != null;
        }
    }

    /// The subject's result, empty when the work gave none.
    Optional<R> join(S subject) {
        Place<S, R> own = new Place<>(subject);
        waiting.add(own);
        turn.lock();
        try {
            if (!own.isServed()) {
                serve();
            }
        } finally {
            turn.unlock();
        }
        if (own.failure != null) {
            throw own.failure;
        }
        return own.results == null ? Optional.empty() : Optional.ofNullable(own.results.get(subject));
    }

    private void serve() {
        List<Place<S, R>> round = new ArrayList<>();
        for (Place<S, R> next = waiting.poll(); next != null; next = waiting.poll()) {
            round.add(next);
        }
        Map<S, R> results = new HashMap<>();
        try {
            results.putAll(work.apply(
                    round.stream().map(place -> place.subject).distinct().toList()));
            round.forEach(place -> place.results = results);
        } catch (RuntimeException e) {
            round.forEach(place -> place.failure = e);
        }
    }
}
