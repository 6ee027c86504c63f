package dev.parlance.intake.format;

import dev.parlance.intake.record.Json;
import java.io.IOException;
import java.io.Serial;

/// A record beyond the limit.
final class RecordTooLong extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    String reason() {
        return "longer than " + Json.LONGEST + " characters";
    }
}
