package dev.parlance.command;

import java.util.ArrayDeque;
import java.util.Deque;

/// What runs until SIGTERM or SIGINT, and is then closed in the opposite order of its opening. A failed start closes
/// what was
/// opened already in the same way, because the process ends.
final class Running {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    Running() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
    }

    synchronized <T extends AutoCloseable> T keep(T resource) {
        opened.push(resource);
        return resource;
    }

    /// Waits for ever: the stop comes from outside.
    void untilStopped() throws InterruptedException {
        Thread.currentThread().join();
    }

    private synchronized void close() {
        while (!opened.isEmpty()) {
            AutoCloseable resource = opened.pop();
            try {
                resource.close();
            } catch (Exception e) {
                System.err.println("Stopping " + resource.getClass().getSimpleName() + " failed: " + e.getMessage());
            }
        }
    }
}
