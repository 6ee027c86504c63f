package dev.parlance.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The bytes of one connection. Every call blocks for at most `patience` without progress.
interface Wire {
    /// Fills a part of the array, at least one byte.
    ///
    /// @throws ClientGone when no more will come
    int read(byte[] target, int offset, int length, Duration patience);

    /// One line without its end; null when that is not CR LF within `limit` bytes.
    ///
    /// @throws ClientGone when no more will come
    @Nullable
    String readLine(int limit, Duration patience);

    /// Sends all of it; the array may be used again afterwards.
    ///
    /// @throws ClientGone when the client does not take it
    void write(byte[] bytes, int offset, int length, Duration patience);
}
