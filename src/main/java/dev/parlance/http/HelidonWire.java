package dev.parlance.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.webserver.ConnectionContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A connection of Helidon's, below its own reading of bodies and writing of answers: those buffer whole chunks of any
/// size
/// and finish a broken answer.
final class HelidonWire implements Wire {
    private static final Duration HEAD = Duration.ofSeconds(30);
    private static final int SLICE = 65_536;

    private final ConnectionContext connection;
    private final DataReader reader;
    private final DataWriter writer;
    private final Stalls stalls;
    private final Runnable cut;

    HelidonWire(ConnectionContext connection, Stalls stalls) {
        this.connection = connection;
        this.reader = connection.dataReader();
        this.writer = connection.dataWriter();
        this.stalls = stalls;
        this.cut = this::cut;
    }

    void headBegins() {
        stalls.waiting(cut, HEAD);
    }

    void headEnds() {
        stalls.resumed(cut);
    }

    @Override
    public int read(byte[] target, int offset, int length, Duration patience) {
        stalls.waiting(cut, patience);
        try {
            reader.ensureAvailable();
            int ready = Math.min(reader.available(), length);
            return reader.readBuffer(ready).read(target, offset, ready);
        } catch (RuntimeException e) {
            throw new ClientGone("the body does not come");
        } finally {
            stalls.resumed(cut);
        }
    }

    @Override
    public @Nullable String readLine(int limit, Duration patience) {
        stalls.waiting(cut, patience);
        try {
            int length = reader.findNewLine(limit);
            if (length >= limit) {
                return null;
            }
            String line = length == 0 ? "" : reader.readAsciiString(length);
            reader.skip(2);
            return line;
        } catch (DataReader.IncorrectNewLineException e) {
            return null;
        } catch (RuntimeException e) {
            throw new ClientGone("the body does not come");
        } finally {
            stalls.resumed(cut);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length, Duration patience) {
        try {
            for (int done = 0; done < length; done += SLICE) {
                stalls.waiting(cut, patience);
                writer.writeNow(BufferData.create(bytes, offset + done, Math.min(SLICE, length - done)));
            }
        } catch (RuntimeException e) {
            throw new ClientGone("the client does not take the answer");
        } finally {
            stalls.resumed(cut);
        }
    }

    private void cut() {
        try {
            connection.serverSocket().close();
        } catch (RuntimeException e) {
            // It is closed already.
        }
    }
}
