package dev.parlance.intake;

import dev.parlance.journal.Draft;
import dev.parlance.problem.Mistake;
import java.util.List;

/// A record of a file after reading, mapping and checking.
sealed interface Judged {
    String file();

    long line();

    /// Ready to be put; `size` is about its characters.
    record Drafted(String file, long line, Draft draft, int size, List<Enclosed> enclosed) implements Judged {
        public Drafted {
            enclosed = List.copyOf(enclosed);
        }
    }

    record Refused(String file, long line, List<Mistake> mistakes) implements Judged {
        static Refused because(String file, long line, String member, String reason) {
            return new Refused(file, line, List.of(new Mistake(Mistake.Place.BODY, member, "record", reason)));
        }
    }
}
