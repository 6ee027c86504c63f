package dev.parlance.conversation;

import java.util.Locale;

/// Who made a summary that no one gave.
public enum SummaryBy {
    /// Taken word for word from what was said: the first question and the last answer.
    EXTRACT,
    /// Written by the tenant's language model.
    MODEL;

    /// The name in answers and import records.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
