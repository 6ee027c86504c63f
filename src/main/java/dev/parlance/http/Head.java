package dev.parlance.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/// Builds the head of an answer.
final class Head {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static volatile Second now = new Second(0, "");

    private final StringBuilder text = new StringBuilder(512);

    private record Second(long second, String date) {}

    private Head(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalStateException("no status to answer with: " + status);
        }
        text.append("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(phrase(status))
                .append("\r\n");
        header("Date", date());
    }

    /// The head with what every answer carries.
    static Head of(Exchange exchange, Reply reply, boolean closes) {
        Head head = new Head(reply.status());
        head.header("x-request-id", exchange.id);
        head.header("X-Content-Type-Options", "nosniff");
        RateLimits.Verdict limit = exchange.limit();
        if (limit != null) {
            head.header("x-ratelimit-limit", Long.toString(limit.limit()));
            head.header("x-ratelimit-remaining", Long.toString(limit.remaining()));
            head.header("x-ratelimit-reset", Long.toString(seconds(limit)));
        }
        if (!contains(reply.headers(), "cache-control")) {
            head.header("Cache-Control", "no-store");
        }
        reply.headers().forEach(head::header);
        if (closes) {
            head.header("Connection", "close");
        }
        return head;
    }

    Head header(String name, String value) {
        if (!isSafe(name) || !isSafe(value)) {
            throw new IllegalStateException("a header holds a character that cannot be sent");
        }
        text.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    byte[] bytes() {
        return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    static boolean contains(Map<String, String> headers, String name) {
        for (String given : headers.keySet()) {
            if (given.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private static long seconds(RateLimits.Verdict limit) {
        return Math.ceilDiv(limit.untilFull().toNanos(), 1_000_000_000L);
    }

    private static boolean isSafe(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static String date() {
        long second = System.currentTimeMillis() / 1000;
        Second last = now;
        if (last.second() != second) {
            last = new Second(second, DATE.format(Instant.ofEpochSecond(second)));
            now = last;
        }
        return last.date();
    }

    private static String phrase(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 202 -> "Accepted";
            case 204 -> "No Content";
            case 206 -> "Partial Content";
            case 302 -> "Found";
            case 304 -> "Not Modified";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 412 -> "Precondition Failed";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 416 -> "Range Not Satisfiable";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> "Status";
        };
    }
}
