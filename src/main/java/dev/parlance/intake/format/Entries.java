package dev.parlance.intake.format;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The entries of a file, read one after the other.
public interface Entries extends Closeable {
    /// The next entry, null at the end. What is wrong inside the file is an entry too, never an exception.
    @Nullable
    Entry next();

    @Override
    void close() throws IOException;
}
