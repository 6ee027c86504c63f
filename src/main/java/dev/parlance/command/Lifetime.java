package dev.parlance.command;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long something works, as it is typed.
final class Lifetime {
    static final String ACCEPTED = "a number and s, m, h or d, such as 30d";

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,6})([smhd])");

    private Lifetime() {}

    static Optional<Duration> find(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }
}
