package dev.parlance.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// An order against a plain sorted set.
class OrderTest {
    private final Random random = new Random(3);

    private static Order.Place at(int member) {
        return other -> Integer.compare(member, other);
    }

    @Test
    void itIsASortedSetWhateverComesAndGoes() {
        Order order = Order.EMPTY;
        TreeSet<Integer> plain = new TreeSet<>();
        for (int round = 0; round < 60; round++) {
            boolean growing = round % 20 < 12;
            for (int i = 0; i < 2_000; i++) {
                int member = random.nextInt(40_000);
                if (growing && plain.add(member)) {
                    order = order.with(at(member), member);
                } else if (!growing && !plain.isEmpty()) {
                    Integer gone = plain.ceiling(member);
                    int other = gone == null ? plain.first() : gone;
                    plain.remove(other);
                    order = order.without(at(other));
                }
            }
            check(order, new ArrayList<>(plain));
        }
    }

    @Test
    void whatWasReadStaysAsItWas() {
        Order first = Order.of(IntStream.range(0, 5_000).map(i -> i * 2).toArray());
        Order later = first;
        for (int i = 0; i < 3_000; i++) {
            later = later.with(at(i * 2 + 1), i * 2 + 1).without(at(i * 2));
        }
        check(first, IntStream.range(0, 5_000).map(i -> i * 2).boxed().toList());
        assertThat(later.size()).isEqualTo(5_000);
    }

    private void check(Order order, List<Integer> expected) {
        assertThat(order.size()).isEqualTo(expected.size());
        int from = random.nextInt(expected.size() + 1);
        assertThat(new Walk(order, new Walk.Stretch(from, expected.size()), false).all())
                .containsExactly(expected.subList(from, expected.size()).toArray(Integer[]::new));
        assertThat(new Walk(order, new Walk.Stretch(0, from), true).all())
                .containsExactly(expected.subList(0, from).reversed().toArray(Integer[]::new));
        for (int i = 0; i < 50 && !expected.isEmpty(); i++) {
            int rank = random.nextInt(expected.size());
            assertThat(order.at(rank)).isEqualTo(expected.get(rank));
            assertThat(order.rank(at(expected.get(rank)))).isEqualTo(rank);
        }
    }
}
