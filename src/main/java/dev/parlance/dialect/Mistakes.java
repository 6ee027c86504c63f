package dev.parlance.dialect;

import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Gathers what is wrong with one request, so that all of it is reported at once. Messages are whole sentences that
/// name
/// the field and what is accepted, never the value that was given: it may be a customer's.
public final class Mistakes {
    private final List<Mistake> found = new ArrayList<>();

    /// Notes `<field> must be <accepted>`.
    public void mustBe(Mistake.Place place, String field, String kind, String accepted) {
        found.add(new Mistake(place, field, kind, field + " must be " + accepted, null, accepted));
    }

    /// The same, with a short form of what was given; only the dialect says whether it shows it.
    public void mustBe(Mistake.Place place, String field, String kind, String accepted, String given) {
        found.add(new Mistake(place, field, kind, field + " must be " + accepted, given, accepted));
    }

    public void add(Mistake.Place place, String field, String kind, String message) {
        found.add(new Mistake(place, field, kind, message));
    }

    /// Refuses the request if anything is wrong with it.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with every mistake
    public void check() {
        if (!found.isEmpty()) {
            throw new Problem.Invalid(found).refusal();
        }
    }

    /// Such as `one of a, b, c`.
    public static String oneOf(Collection<String> words) {
        return "one of " + String.join(", ", words);
    }

    /// Such as `an integer from 1 to 100`.
    public static String integer(long least, long most) {
        return "an integer from " + least + " to " + most;
    }
}
