package dev.parlance.intake.record;

import dev.parlance.problem.Mistake;
import java.util.ArrayList;
import java.util.List;

/// Gathers what is wrong with one record. Reasons hold at most a short piece of what was given.
final class Mistakes {
    private static final int MOST = 1000;

    private final List<Mistake> found = new ArrayList<>();
    private int more;

    void add(String field, String kind, String message) {
        add(new Mistake(Mistake.Place.BODY, field, kind, message));
    }

    void add(Mistake mistake) {
        if (found.size() < MOST) {
            found.add(mistake);
        } else {
            more++;
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Mistake> list() {
        if (more == 0) {
            return List.copyOf(found);
        }
        List<Mistake> all = new ArrayList<>(found);
        all.add(new Mistake(Mistake.Place.BODY, "record", "more", more + " more mistakes"));
        return all;
    }
}
