package dev.parlance.intake;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Shows how far an import has come.
public interface Progress extends AutoCloseable {
    /// The total of bytes when nobody knows it.
    long UNKNOWN = -1;

    void show(Moment moment);

    @Override
    void close();

    /// How far it is after `nanos` nanoseconds.
    record Moment(long records, long bytes, long total, long nanos) {
        /// Records a second.
        long rate() {
            return nanos <= 0 ? 0 : Math.round(records * 1e9 / nanos);
        }

        /// What is left to wait, by the bytes; empty when it cannot be told.
        Optional<Duration> findLeft() {
            if (total <= 0 || bytes <= 0) {
                return Optional.empty();
            }
            double part = Math.min(1, (double) bytes / total);
            return Optional.of(Duration.ofNanos((long) (nanos / part * (1 - part))));
        }

        /// Such as `12,300 records, 45%, 2,050 records/s, 0:07 left`.
        String line() {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%,d records", records));
            if (total > 0) {
                line.append(String.format(Locale.ROOT, ", %d%%", Math.min(100, bytes * 100 / total)));
            }
            line.append(String.format(Locale.ROOT, ", %,d records/s", rate()));
            findLeft()
                    .ifPresent(left -> line.append(
                            String.format(Locale.ROOT, ", %d:%02d left", left.toMinutes(), left.toSecondsPart())));
            return line.toString();
        }
    }

    /// Says nothing.
    static Progress silent() {
        return new Progress() {
            @Override
            public void show(Moment moment) {}

            @Override
            public void close() {}
        };
    }
}
