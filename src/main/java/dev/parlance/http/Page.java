package dev.parlance.http;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/// A body in memory with room for its head before it, so that both go out in one write.
final class Page extends OutputStream {
    private static final int ROOM = 2048;
    private static final int USUAL = 32_768;
    private static final int KEPT = 1 << 20;

    private byte[] bytes = new byte[USUAL];
    private int end = ROOM;

    @Override
    public void write(int b) {
        reserve(1);
        bytes[end++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, end, length);
        end += length;
    }

    int length() {
        return end - ROOM;
    }

    /// Sends the head, and the body unless only the head was asked for.
    void send(byte[] head, boolean headOnly, Wire wire) {
        int until = headOnly ? ROOM : end;
        if (head.length > ROOM) {
            wire.write(head, 0, head.length, Answers.PATIENCE);
            if (until > ROOM) {
                wire.write(bytes, ROOM, until - ROOM, Answers.PATIENCE);
            }
            return;
        }
        int start = ROOM - head.length;
        System.arraycopy(head, 0, bytes, start, head.length);
        wire.write(bytes, start, until - start, Answers.PATIENCE);
    }

    private void reserve(int more) {
        if (bytes.length - end < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
        }
    }

    /// Pages that wait to be used again.
    static final class Pool {
        private static final int SIZE = 64;

        private final ConcurrentLinkedDeque<Page> pages = new ConcurrentLinkedDeque<>();
        private final AtomicInteger size = new AtomicInteger();

        Page take() {
            Page page = pages.pollFirst();
            if (page == null) {
                return new Page();
            }
            size.decrementAndGet();
            return page;
        }

        void giveBack(Page page) {
            if (page.bytes.length <= KEPT && size.get() < SIZE) {
                page.end = ROOM;
                size.incrementAndGet();
                pages.addFirst(page);
            }
        }
    }
}
