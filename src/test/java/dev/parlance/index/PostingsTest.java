package dev.parlance.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.query.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Postings against plain sets.
class PostingsTest {
    private static final int VALUES = 30;
    private static final int DOCUMENTS = 20_000;
    private static final int SPREAD = 11;

    private final Random random = new Random(9);

    private record Moment(Postings written, Map<Integer, NavigableSet<Integer>> plain) {}

    @Test
    void theyAreWhatWasWrittenWheneverTheyWereRead() {
        PostingsPen pen = new PostingsPen();
        Map<Integer, NavigableSet<Integer>> plain = new HashMap<>();
        pen.harvest();
        for (int document = 0; document < DOCUMENTS; document++) {
            int value = pen.number(spelling(random.nextInt(1 + random.nextInt(VALUES))));
            pen.add(value, document * SPREAD);
            plain.computeIfAbsent(value, none -> new TreeSet<>()).add(document * SPREAD);
        }
        List<Moment> moments = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            moments.add(new Moment(pen.written(), copy(plain)));
            change(pen, plain);
        }
        moments.forEach(PostingsTest::check);
    }

    private void change(PostingsPen pen, Map<Integer, NavigableSet<Integer>> plain) {
        Map<Integer, NavigableSet<Integer>> before = copy(plain);
        int changes = random.nextBoolean() ? 3 : 20_000;
        for (int i = 0; i < changes; i++) {
            int value = pen.number(spelling(VALUES - 1 - random.nextInt(1 + random.nextInt(VALUES))));
            int document = SPREAD * random.nextInt(changes == 3 ? DOCUMENTS : 2_000) + random.nextInt(2);
            NavigableSet<Integer> own = plain.computeIfAbsent(value, none -> new TreeSet<>());
            boolean had = before.getOrDefault(value, new TreeSet<>()).contains(document);
            if (had && own.remove(document)) {
                pen.remove(value, document);
            } else if (!had && own.add(document)) {
                pen.add(value, document);
            }
        }
    }

    private static void check(Moment moment) {
        moment.plain().forEach((value, documents) -> {
            Posting posting = moment.written().of(value);
            assertThat(posting.count()).isEqualTo(documents.size());
            assertThat(posting.documents().toArray())
                    .isEqualTo(documents.stream().mapToInt(each -> each).toArray());
        });
    }

    private static Map<Integer, NavigableSet<Integer>> copy(Map<Integer, NavigableSet<Integer>> plain) {
        Map<Integer, NavigableSet<Integer>> copy = new HashMap<>();
        plain.forEach((value, documents) -> copy.put(value, new TreeSet<>(documents)));
        return copy;
    }

    private static Spelling spelling(int value) {
        return Spelling.of(Field.TICKET, "value " + value);
    }
}
