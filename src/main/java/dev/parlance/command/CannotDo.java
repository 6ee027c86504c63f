package dev.parlance.command;

import java.io.Serial;

/// A command cannot be carried out; the message says why and what to do. Ends with exit code 1.
public final class CannotDo extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public CannotDo(String message) {
        super(message, null, false, false);
    }
}
