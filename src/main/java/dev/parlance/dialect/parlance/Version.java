package dev.parlance.dialect.parlance;

import dev.parlance.conversation.Conversation;
import dev.parlance.http.Request;
import dev.parlance.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// A conversation's version as an entity tag: when it was last updated, in microseconds, and after a hyphen a sum of
/// its contact and team, whose own changes do not update it. `If-Match` looks at the first part alone.
final class Version {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(-?\\d{1,18})(?:-[0-9a-f]{1,8})?\"");
    private static final int MICRO = 1_000_000;

    private Version() {}

    static String tag(Conversation conversation) {
        long micros =
                ChronoUnit.MICROS.between(Instant.EPOCH, conversation.times().updated());
        CRC32 sum = new CRC32();
        String around = conversation.contact() + " " + conversation.team();
        sum.update(around.getBytes(StandardCharsets.UTF_8));
        return "\"" + micros + "-" + Long.toHexString(sum.getValue()) + "\"";
    }

    /// The moment that `If-Match` names, null without the header or with `*`.
    ///
    /// @throws dev.parlance.problem.Refusal Stale when it names no version at all
    static @Nullable Instant unchangedSince(Request request) {
        String given = request.findHeader("if-match").map(String::strip).orElse("*");
        if (given.equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(given);
        if (!tag.matches()) {
            throw new Problem.Stale("If-Match is not the ETag of a conversation.").refusal();
        }
        long micros = Long.parseLong(tag.group(1));
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICRO), Math.floorMod(micros, MICRO) * 1000L);
    }

    /// Whether the caller says by `If-None-Match` that it has this version.
    static boolean isKnown(Request request, String tag) {
        String given = request.findHeader("if-none-match").orElse("");
        return given.strip().equals("*")
                || Arrays.stream(given.split(",", -1))
                        .map(each -> each.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag::equals);
    }
}
