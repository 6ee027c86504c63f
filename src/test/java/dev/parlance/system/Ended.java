package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// A command that has ended: its exit code and what it printed.
record Ended(int code, String out, String err) {
    /// Asserts the exit code, showing what was printed if it is another.
    Ended with(int expected) {
        assertThat(code).as("exit code; printed: %s%n%s", out, err).isEqualTo(expected);
        return this;
    }

    List<String> lines() {
        return out.lines().toList();
    }

    String lastLine() {
        return lines().getLast();
    }
}
