package dev.parlance.store.embedded;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/// Tells a listener how far the archive is read, a fifth at a time.
final class ReportingStream extends FilterInputStream {
    private static final int STEPS = 5;

    private final long length;
    private final Consumer<String> progress;
    private long read;
    private int reported;

    ReportingStream(InputStream stream, long length, Consumer<String> progress) {
        super(stream);
        this.length = length;
        this.progress = progress;
        progress.accept("Unpacking PostgreSQL, once for this user");
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int size) throws IOException {
        int count = super.read(buffer, offset, size);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        int step = length > 0 ? (int) (read * STEPS / length) : 0;
        if (step > reported) {
            reported = step;
            progress.accept("Unpacking PostgreSQL: " + step * 100 / STEPS + " %");
        }
    }
}
