package dev.parlance.bench;

/// What was measured of one question.
///
/// @param serverMicros processor time of the server for one request
/// @param postgresMicros of PostgreSQL for one request to the server
/// @param sqlMicros of PostgreSQL for one transaction of pgbench
/// @param foreign part of the machine that others used meanwhile
/// @param check what the server's first answer and SQL's disagree on, "" for nothing
record Result(
        Question question,
        Rate server,
        Rate sql,
        double serverMicros,
        double postgresMicros,
        double sqlMicros,
        long memory,
        double foreign,
        String check) {
    private static final double PLAIN_RATIO = 0.4;
    private static final double PROMPT_MILLIS = 50;

    double ratio() {
        return server.aSecond() / sql.aSecond();
    }

    String verdict() {
        if (!check.isEmpty()) {
            return check;
        }
        if (server.errors() > 0) {
            return server.errors() + " errors";
        }
        return switch (question.floor()) {
            case PLAIN -> said(ratio() >= PLAIN_RATIO && isPrompt());
            case PROMPT -> said(isPrompt());
            case NONE -> "exempt";
        };
    }

    private boolean isPrompt() {
        return server.requests() > 0 && server.median() <= PROMPT_MILLIS;
    }

    private static String said(boolean holds) {
        return holds ? "holds" : "MISSED";
    }
}
