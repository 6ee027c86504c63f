package dev.parlance.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where a PostgreSQL database is, and as whom we enter it: the owner of our schema.
public record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {
    /// Reads `postgresql://user:password@host:port/database?options` or the same as a JDBC address.
    ///
    /// @throws IllegalArgumentException saying what is accepted
    public static DatabaseAddress parse(String text) {
        if (text.startsWith("jdbc:postgresql:")) {
            return new DatabaseAddress(text, null, null);
        }
        if (!text.startsWith("postgresql://") && !text.startsWith("postgres://")) {
            throw unreadable();
        }
        try {
            return of(new URI(text));
        } catch (URISyntaxException e) {
            throw unreadable();
        }
    }

    private static DatabaseAddress of(URI uri) {
        if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
            throw unreadable();
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String[] user = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + options,
                user.length > 0 ? decoded(user[0]) : null,
                user.length > 1 ? decoded(user[1]) : null);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException(
                "a database address looks like postgresql://user:password@host:5432/database or jdbc:postgresql://host/database");
    }
}
