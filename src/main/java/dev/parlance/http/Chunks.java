package dev.parlance.http;

import java.io.OutputStream;
import java.util.function.Supplier;

/// Sends what is written to it in chunks. The head goes out with the first one, so until then a failure can still
/// become a
/// problem. Without [#finish] the client sees a body that was cut off.
final class Chunks extends OutputStream {
    private static final int ROOM = 8;
    private static final int SIZE = 16_384;

    private final byte[] bytes = new byte[ROOM + SIZE + 2];
    private final Wire wire;
    private final Supplier<byte[]> head;
    private int end = ROOM;
    private boolean started;
    private long total;

    Chunks(Wire wire, Supplier<byte[]> head) {
        this.wire = wire;
        this.head = head;
    }

    @Override
    public void write(int b) {
        if (end == ROOM + SIZE) {
            send();
        }
        bytes[end++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        int done = 0;
        while (done < length) {
            if (end == ROOM + SIZE) {
                send();
            }
            int part = Math.min(length - done, ROOM + SIZE - end);
            System.arraycopy(source, offset + done, bytes, end, part);
            end += part;
            done += part;
        }
    }

    /// Sends what there is so far.
    @Override
    public void flush() {
        if (end > ROOM) {
            send();
        }
    }

    void finish() {
        flush();
        begin();
        byte[] last = {'0', '\r', '\n', '\r', '\n'};
        wire.write(last, 0, last.length, Answers.PATIENCE);
    }

    long total() {
        return total;
    }

    private void begin() {
        if (!started) {
            started = true;
            byte[] first = head.get();
            wire.write(first, 0, first.length, Answers.PATIENCE);
        }
    }

    private void send() {
        begin();
        int length = end - ROOM;
        String size = Integer.toHexString(length);
        int start = ROOM - 2 - size.length();
        for (int i = 0; i < size.length(); i++) {
            bytes[start + i] = (byte) size.charAt(i);
        }
        bytes[ROOM - 2] = '\r';
        bytes[ROOM - 1] = '\n';
        bytes[end] = '\r';
        bytes[end + 1] = '\n';
        wire.write(bytes, start, end + 2 - start, Answers.PATIENCE);
        total += length;
        end = ROOM;
    }
}
