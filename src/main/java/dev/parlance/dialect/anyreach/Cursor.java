package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.Conversation;
import dev.parlance.dialect.Moments;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a page begins. Clients build it of `created_at` alone and lose rows of the same instant; ours has the number
/// too.
record Cursor(Instant created, OptionalLong number) {
    private static final Pattern CREATED_AND_NUMBER = Pattern.compile("([^|]*)\\|(\\d{1,18})");

    static Cursor after(Conversation last) {
        return new Cursor(last.times().created(), OptionalLong.of(last.number()));
    }

    /// Of a list in which no two have the same instant.
    static Cursor after(Instant created) {
        return new Cursor(created, OptionalLong.empty());
    }

    /// The cursor of a text in Base64, standard or URL-safe, padded or not.
    static Optional<Cursor> find(String base64) {
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(urlSafe(base64));
            return findDecoded(new String(decoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        String plain = Moments.micros(created) + (number.isPresent() ? "|" + number.getAsLong() : "");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /// A `+` that was not escaped arrives as a space.
    private static String urlSafe(String base64) {
        return base64.strip().replace('+', '-').replace(' ', '-').replace('/', '_');
    }

    private static Optional<Cursor> findDecoded(String text) {
        Matcher ours = CREATED_AND_NUMBER.matcher(text);
        return ours.matches()
                ? Moments.find(ours.group(1))
                        .map(created -> new Cursor(created, OptionalLong.of(Long.parseLong(ours.group(2)))))
                : Moments.find(text).map(created -> new Cursor(created, OptionalLong.empty()));
    }
}
