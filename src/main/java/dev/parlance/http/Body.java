package dev.parlance.http;

import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import dev.parlance.problem.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The bytes of a request's body, taken from the wire only when asked for and never more than the limit.
final class Body {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LINGER = Duration.ofSeconds(5);
    private static final long CHEAP = 65_536;
    private static final int LINE = 1024;
    private static final int TRAILERS = 64;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Wire wire;
    private final long limit;
    private final boolean chunked;
    private boolean awaited;
    private boolean inChunk;
    private boolean ended;
    private boolean broken;
    private long left;

    Body(Incoming incoming, Wire wire, long limit) {
        this.wire = wire;
        this.limit = limit;
        this.chunked = incoming.length() == Incoming.CHUNKED;
        this.left = chunked ? 0 : incoming.length();
        this.ended = incoming.length() == 0;
        this.awaited = !ended && incoming.expectsContinue();
    }

    /// All of it.
    ///
    /// @throws dev.parlance.problem.Refusal TooLarge
    byte[] read() {
        if (left > limit) {
            throw new Problem.TooLarge(limit).refusal();
        }
        encourage();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.clamp(left, 512, 16_384));
        byte[] buffer = new byte[8192];
        for (int read = next(buffer, PATIENCE); read > 0; read = next(buffer, PATIENCE)) {
            bytes.write(buffer, 0, read);
            if (bytes.size() > limit) {
                throw new Problem.TooLarge(limit).refusal();
            }
        }
        return bytes.toByteArray();
    }

    /// All of it as it comes, of any length; to be read to its end by one reader.
    InputStream stream() {
        encourage();
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                byte[] part = new byte[Math.min(length, 16_384)];
                try {
                    int read = length == 0 ? 0 : next(part, PATIENCE);
                    System.arraycopy(part, 0, target, offset, read);
                    return read == 0 && length > 0 ? -1 : read;
                } catch (Refusal malformed) {
                    throw new IOException("the body is not framed as it should be", malformed);
                }
            }
        };
    }

    boolean isAbsent() {
        return ended;
    }

    /// Whether what is unread makes the connection useless for a next request.
    boolean endsConnection() {
        return !ended && (broken || awaited || chunked || left > CHEAP);
    }

    /// Takes what is left, so that the connection can be used again.
    void skip() {
        byte[] buffer = new byte[8192];
        while (!ended && next(buffer, PATIENCE) > 0) {
            // thrown away
        }
    }

    /// Takes what is left for a while: to close at once would reset the connection and could lose the answer.
    void linger() {
        if (ended || awaited || broken) {
            return;
        }
        long until = System.nanoTime() + LINGER.toNanos();
        byte[] buffer = new byte[8192];
        try {
            while (System.nanoTime() - until < 0 && next(buffer, LINGER) > 0) {
                // thrown away
            }
        } catch (Refusal malformed) {
            // it is thrown away all the same
        }
    }

    private void encourage() {
        if (awaited) {
            wire.write(CONTINUE, 0, CONTINUE.length, PATIENCE);
            awaited = false;
        }
    }

    private int next(byte[] buffer, Duration patience) {
        if (chunked && left == 0 && !ended) {
            startChunk(patience);
        }
        if (ended || left == 0) {
            ended = true;
            return 0;
        }
        int read = wire.read(buffer, 0, (int) Math.min(left, buffer.length), patience);
        left -= read;
        return read;
    }

    private void startChunk(Duration patience) {
        if (inChunk && !line(2, patience).isEmpty()) {
            throw malformed("a chunk does not end where it said");
        }
        inChunk = true;
        left = size(line(LINE, patience));
        if (left == 0) {
            skipTrailers(patience);
            ended = true;
        }
    }

    private void skipTrailers(Duration patience) {
        for (int i = 0; i < TRAILERS; i++) {
            if (line(LINE, patience).isEmpty()) {
                return;
            }
        }
        throw malformed("too many trailers");
    }

    private String line(int limit, Duration patience) {
        String line = wire.readLine(limit, patience);
        if (line == null) {
            throw malformed("a line of the chunked body has no proper end");
        }
        return line;
    }

    private long size(String line) {
        int end = line.indexOf(';');
        String digits = (end < 0 ? line : line.substring(0, end)).strip();
        if (digits.isEmpty() || digits.length() > 15) {
            throw malformed("a chunk has no size");
        }
        long size = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            if (digit < 0) {
                throw malformed("a chunk's size is not hexadecimal");
            }
            size = size << 4 | digit;
        }
        return size;
    }

    private Refusal malformed(String reason) {
        broken = true;
        return Problem.invalid(new Mistake(Mistake.Place.BODY, "body", "framing", reason));
    }
}
