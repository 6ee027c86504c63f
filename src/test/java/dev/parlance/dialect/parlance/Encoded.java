package dev.parlance.dialect.parlance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Texts in queries.
final class Encoded {
    private Encoded() {}

    static String text(String plain) {
        return URLEncoder.encode(plain, StandardCharsets.UTF_8);
    }
}
