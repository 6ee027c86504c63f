package dev.parlance.intake.mapping;

import com.dashjoin.jsonata.JException;

/// Why an evaluation failed, short, on one line and without the record's words: JSONata's own messages may quote
/// values,
/// so of those only the code and position
/// are given.
final class Reasons {
    /// The code of `$error(text)`: the text is the mapping's own.
    private static final String RAISED = "D3137";

    private static final int LONGEST = 200;

    private Reasons() {}

    static String of(RuntimeException e) {
        return switch (e) {
            case Bounds.Exceeded exceeded -> String.valueOf(exceeded.getMessage());
            case JException failed -> said(failed);
            default -> e.getCause() instanceof RuntimeException cause ? of(cause) : "the mapping failed";
        };
    }

    private static String said(JException e) {
        if (e.getCause() instanceof RuntimeException cause) {
            return of(cause);
        }
        return RAISED.equals(e.getError())
                ? shortened(String.valueOf(e.getMessage()))
                : "JSONata error " + e.getError() + " at position " + e.getLocation();
    }

    private static String shortened(String message) {
        String line = message.replaceAll("\\p{Cntrl}", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
