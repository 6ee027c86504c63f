package dev.parlance.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Lets one thread of one process at a time start or stop something. File locks belong to a process, so a lock inside
/// the JVM stands before the file's. Both vanish with the process.
final class Gate {
    private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

    private Gate() {}

    interface Work<T> {
        T run() throws IOException;
    }

    static <T> T holding(Path file, Consumer<String> progress, Work<T> work) throws IOException {
        THIS_PROCESS.lock();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock(channel, progress);
            return work.run();
        } finally {
            THIS_PROCESS.unlock();
        }
    }

    @SuppressWarnings("resource") // closing the channel gives the lock back
    private static void lock(FileChannel channel, Consumer<String> progress) throws IOException {
        FileLock free = channel.tryLock();
        if (free == null) {
            progress.accept("Waiting for another Parlance process that starts or stops the database");
            channel.lock();
        }
    }
}
