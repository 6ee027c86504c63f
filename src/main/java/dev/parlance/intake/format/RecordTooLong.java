package dev.parlance.intake.format;

import java.io.IOException;
import java.io.Serial;

/// A record beyond the limit.
final class RecordTooLong extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final int longest;

    RecordTooLong(int longest) {
        this.longest = longest;
    }

    String reason() {
        return "longer than " + longest + " characters";
    }
}
