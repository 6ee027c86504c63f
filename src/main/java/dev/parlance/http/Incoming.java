package dev.parlance.http;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request's head as it came over the wire. Header names are in lower case, repeated values joined by commas.
///
/// @param authorization the header of this name, kept out of the others so that no handler sees it
/// @param path not decoded, without the query
/// @param length of the body; 0 when there is none, [#CHUNKED] when only its end will tell
record Incoming(
        String method,
        String path,
        @Nullable String query,
        @Nullable String authorization,
        Map<String, String> headers,
        long length) {
    static final long CHUNKED = -1;

    boolean keepsAlive() {
        String connection = headers.get("connection");
        return connection == null || !connection.toLowerCase(Locale.ROOT).contains("close");
    }

    boolean expectsContinue() {
        return "100-continue".equalsIgnoreCase(headers.get("expect"));
    }

    boolean isHead() {
        return method.equals("HEAD");
    }
}
