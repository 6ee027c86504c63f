package dev.parlance.http;

import dev.parlance.tenant.Access;
import org.jspecify.annotations.Nullable;

/// One request on its way: what came, what was found out about it, what was sent. Seen by one thread only.
final class Exchange {
    final String id;
    final Incoming incoming;
    final Wire wire;
    final Body body;
    final long began = System.nanoTime();

    private Dialect dialect;
    private @Nullable Endpoint endpoint;
    private @Nullable Access access;
    private RateLimits.@Nullable Verdict limit;
    private boolean closing;
    private int status;
    private long rows;
    private long bytes;

    Exchange(String id, Incoming incoming, Wire wire, Body body, Dialect dialect) {
        this.id = id;
        this.incoming = incoming;
        this.wire = wire;
        this.body = body;
        this.dialect = dialect;
    }

    void reached(Endpoint found) {
        endpoint = found;
        dialect = found.dialect();
    }

    void admitted(Access admission) {
        access = admission;
    }

    void limited(RateLimits.Verdict verdict) {
        limit = verdict;
    }

    /// The head is about to go out: from here on nothing can be taken back.
    void started(int sentStatus, boolean closes) {
        status = sentStatus;
        closing = closes;
    }

    void counted(long sentRows, long sentBytes) {
        rows += sentRows;
        bytes += sentBytes;
    }

    boolean isStarted() {
        return status != 0;
    }

    boolean isClosing() {
        return closing;
    }

    Dialect dialect() {
        return dialect;
    }

    @Nullable
    Endpoint endpoint() {
        return endpoint;
    }

    @Nullable
    Access access() {
        return access;
    }

    RateLimits.@Nullable Verdict limit() {
        return limit;
    }

    int status() {
        return status;
    }

    long rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }
}
