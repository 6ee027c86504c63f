package dev.parlance.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The table.
///
/// @param imported null when there was nothing to import
/// @param sent null when it was not asked for
record Report(
        Machine machine,
        World world,
        Facts facts,
        List<Result> results,
        Starts starts,
        @Nullable Importing imported,
        @Nullable Sending sent) {
    private static final double IMPORT_FLOOR = 20_000;
    private static final double BUSY = 0.15;
    private static final String INTRODUCTION = """
            # Results

            `make bench` writes this file.

            * Archive: %,d conversations of 50 tenants over two years, sizes by Zipf (s = 1.2), about six messages each, loaded
              through the ledger. All questions go to the largest tenant, %,d conversations.
            * Measured on %s, with %s.
            * Each question was put to the running server by wrk and, alternating, to PostgreSQL by pgbench (`-M prepared`), both at 8
              connections over loopback on the same database; the SQL reads just the columns that the call shows. Before, the
              two answers' ids were compared: a question whose rows differ says so.
            * **req/s**, **p50**, **p99** (milliseconds): the server's. **SQL/s**: pgbench's transactions. **ratio**: the first by the second.
            * **server us**, **PG us**: processor time of the server and of PostgreSQL for one request; **SQL us**: of PostgreSQL for one
              transaction of pgbench. They bear a busy machine better than the rates do. **MiB**: resident memory of the server.
            * **others**: the part of the machine that programs besides these used meanwhile; from 15 %% on, rates are lower bounds.
            * Floors: a plain page has at least 0.4 of pgbench's rate for the same rows; every question's median is at most 50 ms,
              except exact totals of several filters together and words; import brings at least 20,000 messages a second;
              durable messages at 64 connections are at least twice as many as by one statement each, p99 under 30 ms.

            """;

    /// Seconds from the command to listening, and from the first question to the largest tenant's index.
    record Starts(double listening, double index) {}

    String text() {
        StringBuilder text = new StringBuilder(INTRODUCTION.formatted(
                world.conversations(), facts.size(), LocalDate.now(ZoneOffset.UTC), machine.described()));
        text.append(String.join("\n", table())).append("\n\n");
        text.append(summary());
        return text.toString();
    }

    String summary() {
        List<String> lines = new ArrayList<>();
        List<String> missed = results.stream()
                .filter(result -> !List.of("holds", "exempt").contains(result.verdict()))
                .map(result ->
                        result.question().call() + ": " + result.question().name() + " (" + result.verdict() + ")")
                .toList();
        lines.add("* Floors missed: " + (missed.isEmpty() ? "none" : String.join("; ", missed)) + ".");
        lines.add(String.format(
                Locale.ROOT,
                "* Start over this archive, from the command to listening: %.1f s. From the first question until the largest tenant's index stood, while SQL answered: %.0f s.",
                starts.listening(),
                starts.index()));
        lines.add(
                imported == null
                        ? "* Import: not measured in this run."
                        : String.format(
                                Locale.ROOT,
                                "* Import of sgd's part train: %,d messages in %.1f s, %,.0f a second: %s.",
                                imported.messages(),
                                imported.seconds(),
                                imported.aSecond(),
                                imported.aSecond() >= IMPORT_FLOOR ? "holds" : "MISSED"));
        lines.add(sent == null ? "* Messages sent: not measured in this run." : sent.described());
        double others = results.stream().mapToDouble(Result::foreign).average().orElse(0);
        lines.add(String.format(
                Locale.ROOT,
                "* Other programs used %.0f %% of the machine on average%s.",
                others * 100,
                others > BUSY ? ": **it was not quiet, take the rates as lower bounds**" : ""));
        return String.join("\n", lines) + "\n";
    }

    private List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| call | question | req/s | p50 | p99 | server us | PG us | MiB | SQL/s | SQL us | ratio | others | floor |");
        lines.add("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|");
        results.forEach(result -> lines.add(line(result)));
        return lines;
    }

    static String line(Result result) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | %.2f | %.1f | %,.0f | %,.0f | %,d | %,.0f | %,.0f | %.2f | %.0f %% | %s |",
                result.question().call(),
                result.question().name(),
                result.server().aSecond(),
                result.server().median(),
                result.server().ninetyNinth(),
                result.serverMicros(),
                result.postgresMicros(),
                result.memory(),
                result.sql().aSecond(),
                result.sqlMicros(),
                result.ratio(),
                result.foreign() * 100,
                result.verdict());
    }
}
