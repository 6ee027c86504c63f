package dev.parlance.command;

import java.util.ArrayList;
import java.util.List;

/// What is wrong with what was typed or set: gathered, and told all at once before anything starts.
public final class Complaints {
    private final List<String> complaints = new ArrayList<>();

    public void add(String complaint) {
        complaints.add(complaint);
    }

    /// Goes on only if nothing was wrong.
    ///
    /// @throws WrongUsage with every complaint
    public void tell() {
        if (!complaints.isEmpty()) {
            throw new WrongUsage(String.join(System.lineSeparator(), complaints));
        }
    }
}
