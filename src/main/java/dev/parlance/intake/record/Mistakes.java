package dev.parlance.intake.record;

import dev.parlance.problem.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Gathers what is wrong with one record. Reasons hold at most a short piece of what was given.
final class Mistakes {
    private static final int MOST = 1000;
    private static final int LONGEST_QUOTE = 40;

    private final List<Mistake> found = new ArrayList<>();
    private int more;

    void add(String field, String kind, String message) {
        if (found.size() < MOST) {
            found.add(new Mistake(Mistake.Place.BODY, field, kind, message));
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

    /// The text on one line and not long, for a reason or a member's name.
    static String quoted(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(LONGEST_QUOTE).forEach(point -> line.append(printable(point)));
        return text.length() > line.length() + LONGEST_QUOTE || text.codePointCount(0, text.length()) > LONGEST_QUOTE
                ? line + "..."
                : line.toString();
    }

    private static String printable(int point) {
        boolean plain = !Character.isISOControl(point)
                && Character.getType(point) != Character.SURROGATE
                && Character.getType(point) != Character.LINE_SEPARATOR
                && Character.getType(point) != Character.PARAGRAPH_SEPARATOR;
        return plain ? Character.toString(point) : String.format(Locale.ROOT, "\\u%04x", point);
    }
}
