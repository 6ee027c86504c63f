package dev.parlance.intake;

import dev.parlance.query.Filter;
import dev.parlance.query.Row;
import java.util.function.Consumer;

/// Opens a tenant of the store that the command line names.
@FunctionalInterface
public interface Tenants {
    /// The tenant of that name, until it is closed.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound when there is none
    Opened open(String name);

    /// One tenant's conversations: to put and to read.
    interface Opened extends Destination, AutoCloseable {
        /// Gives the bytes of the file that a conversation has under this name, a part at a time; false when it is not
        /// held.
        boolean read(long conversation, String name, Consumer<byte[]> parts);

        /// Gives the conversations that match, with their transcripts, in the order of their numbers, holding only a
        /// few
        /// in memory at a time.
        void stream(Filter filter, Consumer<Row> rows);

        @Override
        void close();
    }
}
