package dev.parlance.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What a handler answers. `rows` is for the log: how many things the body lists.
public sealed interface Reply {
    int status();

    /// Further headers, values as sent.
    Map<String, String> headers();

    long rows();

    /// A body written whole before the first byte is sent, so that a failure still becomes a clean problem.
    record Whole(int status, Map<String, String> headers, long rows, JsonBody body) implements Reply {}

    /// A body of any length, sent while it is written. After the first byte a failure can only cut the connection.
    record Streamed(int status, Map<String, String> headers, StreamedBody body) implements Reply {
        @Override
        public long rows() {
            return 0;
        }
    }

    /// NDJSON of any length, sent as often as its writer flushes. After the first byte a failure can only cut the
    /// connection.
    record Lines(int status, Map<String, String> headers, LineWriter body) implements Reply {
        @Override
        public long rows() {
            return 0;
        }
    }

    /// Writes lines.
    @FunctionalInterface
    interface LineWriter {
        /// Writes all of them and says how many rows they held, for the log.
        long write(OutputStream lines) throws IOException;
    }

    /// No body.
    record Empty(int status, Map<String, String> headers) implements Reply {
        @Override
        public long rows() {
            return 0;
        }
    }

    /// Text as it is, in UTF-8.
    record Text(int status, Map<String, String> headers, String contentType, String text) implements Reply {
        @Override
        public long rows() {
            return 0;
        }
    }

    /// Bytes of a known number, sent while they are read. After the first byte a failure can only cut the connection.
    record Bytes(int status, Map<String, String> headers, String contentType, long length, Source source)
            implements Reply {
        @Override
        public long rows() {
            return 0;
        }
    }

    /// Where the bytes of an answer come from.
    @FunctionalInterface
    interface Source {
        /// Gives all of them, in parts.
        void read(Consumer<byte[]> parts);
    }

    static Reply ok(List<?> rows, JsonBody body) {
        return new Whole(200, Map.of(), rows.size(), body);
    }

    static Reply ok(List<?> rows, Map<String, String> headers, JsonBody body) {
        return new Whole(200, headers, rows.size(), body);
    }

    /// 200 without a body.
    static Reply done() {
        return new Empty(200, Map.of());
    }

    static Reply streamed(StreamedBody body) {
        return new Streamed(200, Map.of(), body);
    }
}
