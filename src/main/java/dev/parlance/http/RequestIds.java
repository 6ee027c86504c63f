package dev.parlance.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// A name for each request: the client's own when it is short and harmless, else one of ours.
final class RequestIds {
    private static final int LONGEST = 64;

    private RequestIds() {}

    static String of(@Nullable String given) {
        return given != null && isHarmless(given)
                ? given
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private static boolean isHarmless(String given) {
        return !given.isEmpty() && given.length() <= LONGEST && given.chars().allMatch(RequestIds::isHarmless);
    }

    private static boolean isHarmless(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_.".indexOf(c) >= 0;
    }
}
