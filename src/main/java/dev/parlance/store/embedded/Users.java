package dev.parlance.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/// Who uses a database: every process holds a shared lock on one file and counts its own uses. The operating system
/// drops the lock of a process that was killed. Enter and leave only inside the database's [Gate], which also guards
/// the map.
final class Users {
    private static final Map<Path, Users> OF_THIS_PROCESS = new HashMap<>();

    private final FileChannel channel;
    private int count;

    private Users(FileChannel channel) {
        this.channel = channel;
    }

    /// Answers whether nobody used the database before.
    static boolean enter(Path file) throws IOException {
        Users known = OF_THIS_PROCESS.get(file);
        if (known != null) {
            known.count++;
            return false;
        }
        Users users = new Users(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        boolean first = users.isNobodyElse();
        users.share();
        users.count = 1;
        OF_THIS_PROCESS.put(file, users);
        return first;
    }

    /// Answers whether nobody uses the database any more.
    static boolean leave(Path file) throws IOException {
        Users users = OF_THIS_PROCESS.get(file);
        if (users == null) {
            throw new IllegalStateException("left more often than entered");
        }
        users.count--;
        if (users.count > 0) {
            return false;
        }
        OF_THIS_PROCESS.remove(file);
        users.channel.close();
        try (FileChannel again = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return new Users(again).isNobodyElse();
        }
    }

    private boolean isNobodyElse() throws IOException {
        try (FileLock exclusive = channel.tryLock()) {
            return exclusive != null;
        }
    }

    @SuppressWarnings("resource") // held until the channel closes
    private void share() throws IOException {
        channel.lock(0, Long.MAX_VALUE, true);
    }
}
