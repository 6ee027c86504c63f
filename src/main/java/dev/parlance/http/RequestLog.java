package dev.parlance.http;

import dev.parlance.tenant.Access;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// One line for each request, and the form of every line. No line holds a customer's words: no path or query as sent,
/// and of a
/// failure only its kind and where it happened, since its message may quote what it met.
public final class RequestLog extends Formatter {
    private static final Logger OURS = Logger.getLogger("dev.parlance");
    private static final Logger REQUESTS = Logger.getLogger("dev.parlance.requests");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int DEEPEST_CAUSE = 5;

    /// Sends all logging of the process to the standard error: ours from INFO, others' from WARNING.
    public static void install() {
        LogManager.getLogManager().reset();
        Handler console = new ConsoleHandler();
        console.setLevel(Level.ALL);
        console.setFormatter(new RequestLog());
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(console);
        OURS.setLevel(Level.INFO);
    }

    static void answered(Exchange exchange, long nanos) {
        if (!REQUESTS.isLoggable(Level.INFO)) {
            return;
        }
        Access access = exchange.access();
        Endpoint endpoint = exchange.endpoint();
        String method = exchange.incoming.method();
        String tenant = access == null ? "-" : quoted(access.tenant().name());
        String what = " dialect=" + exchange.dialect().name()
                + " route=" + (endpoint == null ? "-" : endpoint.path())
                + " method=" + (METHODS.contains(method) ? method : "-");
        String status = exchange.isStarted() ? Integer.toString(exchange.status()) : "-";
        String measured = " ms=" + (nanos / 1_000_000) + "." + (nanos / 100_000 % 10)
                + " rows=" + exchange.rows()
                + " bytes=" + exchange.bytes();
        String line = "request=" + exchange.id + " tenant=" + tenant + what + " status=" + status + measured;
        log(REQUESTS, new LogRecord(Level.INFO, line));
    }

    static void unreadable(String id, int status) {
        log(REQUESTS, new LogRecord(Level.INFO, "request=" + id + " unreadable status=" + status));
    }

    static void failed(Exchange exchange, Throwable failure) {
        LogRecord entry = new LogRecord(Level.SEVERE, "request=" + exchange.id + " failed");
        entry.setThrown(failure);
        log(OURS, entry);
    }

    @Override
    public String format(LogRecord entry) {
        StringBuilder line = new StringBuilder(256);
        TIME.formatTo(entry.getInstant(), line);
        line.append(' ').append(entry.getLevel().getName()).append(' ');
        line.append(entry.getLoggerName()).append(' ');
        line.append(oneLine(formatMessage(entry)));
        Throwable thrown = entry.getThrown();
        for (int depth = 0; thrown != null && depth < DEEPEST_CAUSE; depth++) {
            append(line, thrown);
            thrown = thrown.getCause();
        }
        return line.append(System.lineSeparator()).toString();
    }

    private static void append(StringBuilder line, Throwable thrown) {
        line.append(" | ").append(thrown.getClass().getName());
        if (thrown instanceof IOException && thrown.getMessage() != null) {
            line.append(": ").append(oneLine(thrown.getMessage()));
        }
        for (StackTraceElement frame : thrown.getStackTrace()) {
            line.append(" < ").append(frame);
        }
    }

    private static void log(Logger logger, LogRecord entry) {
        entry.setLoggerName(logger.getName());
        logger.log(entry);
    }

    private static String quoted(String name) {
        return '"' + oneLine(name).replace('"', '\'') + '"';
    }

    private static String oneLine(String text) {
        boolean clean = text.chars().noneMatch(Character::isISOControl);
        return clean ? text : text.replaceAll("\\p{Cntrl}+", " ");
    }
}
