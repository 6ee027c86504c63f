package dev.parlance.command;

import java.io.Serial;

/// What was typed cannot be meant; the message says what is. Ends with exit code 2.
public final class WrongUsage extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public WrongUsage(String message) {
        super(message, null, false, false);
    }
}
