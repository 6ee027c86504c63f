package dev.parlance.intake.mapping;

import java.io.Serial;

/// A record that an expression could not map; the message is fit for the report.
public final class MappingFailure extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    MappingFailure(String reason) {
        super(reason, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
