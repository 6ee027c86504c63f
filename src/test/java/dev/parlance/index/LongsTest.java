package dev.parlance.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Packed numbers against a plain array.
class LongsTest {
    private static final int SIZE = 40_000;
    private static final long[] SCALES = {1, 200, 70_000, 20_000_000, 1L << 45, Long.MAX_VALUE};

    private record Moment(Longs written, List<Long> plain) {}

    @Test
    void theyAreWhatWasWrittenWheneverTheyWereRead() {
        Random random = new Random(5);
        long[] plain = new long[SIZE];
        Arrays.fill(plain, Longs.MISSING);
        Longs.Pen pen = new Longs.Pen(Longs.EMPTY);
        List<Moment> moments = new ArrayList<>();
        for (int round = 0; round < 12; round++) {
            int reach = 1 + random.nextInt(SIZE);
            long scale = SCALES[round % SCALES.length];
            for (int i = 0; i < 5_000; i++) {
                int at = random.nextInt(reach);
                long value = random.nextInt(20) == 0 ? Longs.MISSING : random.nextLong() % scale;
                plain[at] = value;
                pen.set(at, value);
            }
            moments.add(new Moment(pen.written(), Arrays.stream(plain).boxed().toList()));
        }
        for (Moment moment : moments) {
            for (int at = 0; at < SIZE; at++) {
                assertThat(moment.written().get(at)).isEqualTo(moment.plain().get(at));
            }
        }
    }

    @Test
    void theExtremesAreKept() {
        Longs.Pen pen = new Longs.Pen(Longs.EMPTY);
        long[] values = {Long.MAX_VALUE, Long.MIN_VALUE + 1, 0, -1, 255, 256, 1L << 55, -(1L << 55), Longs.MISSING};
        for (int i = 0; i < values.length; i++) {
            pen.set(i, values[i]);
            for (int j = 0; j <= i; j++) {
                assertThat(pen.get(j)).isEqualTo(values[j]);
            }
        }
    }
}
