package dev.parlance.tenant;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who may have a file: whoever brings its address as we signed it, without a token.
@FunctionalInterface
public interface FileGate {
    /// The file of an address.
    ///
    /// @throws dev.parlance.problem.Refusal Forbidden when the address is not signed by us or has expired, NotFound
    /// when
    ///     the file is gone
    Opened open(String tenant, String file, @Nullable String expires, @Nullable String signature);

    /// A file that may be read.
    record Opened(HeldFile file, Bytes bytes) {}

    /// The bytes from `first` to `last`, both included, a part at a time.
    @FunctionalInterface
    interface Bytes {
        void read(long first, long last, Consumer<byte[]> parts);
    }
}
