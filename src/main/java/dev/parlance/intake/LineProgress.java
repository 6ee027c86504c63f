package dev.parlance.intake;

import java.io.PrintWriter;
import java.time.Duration;

/// Progress as plain lines, one every few seconds, for logs and pipes.
final class LineProgress implements Progress {
    private final PrintWriter out;
    private final long between;
    private long last;

    LineProgress(PrintWriter out, Duration between) {
        this.out = out;
        this.between = between.toNanos();
    }

    @Override
    public void show(Moment moment) {
        if (moment.nanos() - last >= between) {
            last = moment.nanos();
            out.println(moment.line());
            out.flush();
        }
    }

    @Override
    public void close() {}
}
