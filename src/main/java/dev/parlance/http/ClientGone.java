package dev.parlance.http;

import java.io.Serial;

/// The connection cannot be used any more: the client left, was too slow, or sent what cannot be framed.
final class ClientGone extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    ClientGone(String reason) {
        super(reason, null, false, false);
    }
}
