package dev.parlance.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request's head as it came over the wire. Header names are in lower case, repeated values joined by commas.
///
/// @param path not decoded, without the query
/// @param length of the body; 0 when there is none, [#CHUNKED] when only its end will tell
record Incoming(String method, String path, @Nullable String query, Map<String, String> headers, long length) {
    static final long CHUNKED = -1;

    boolean keepsAlive() {
        String connection = headers.get("connection");
        return connection == null
                || !connection.toLowerCase(java.util.Locale.ROOT).contains("close");
    }

    boolean expectsContinue() {
        return "100-continue".equalsIgnoreCase(headers.get("expect"));
    }

    boolean isHead() {
        return method.equals("HEAD");
    }
}
