package dev.parlance.intake.record;

import dev.parlance.conversation.Instants;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Moments as people and programs write them: ISO 8601 with `T` or a space, with or without seconds, a fraction and a
/// zone (none means UTC), or a date alone, which is its first moment.
final class InstantText {
    private static final Pattern FORM = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)"
            + "(?:[Tt ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?\\s?([Zz]|[+-]\\d\\d(?::?\\d\\d)?)?)?");

    private InstantText() {}

    /// The moment in whole microseconds; empty when it is none, or lies outside the years 1 to 9999.
    static Optional<Instant> find(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
            LocalTime time = LocalTime.of(number(form, 4), number(form, 5), number(form, 6), nanos(form.group(7)));
            return Optional.of(date.atTime(time).toInstant(zone(form.group(8))))
                    .map(Instants::micros)
                    .filter(Instants::isStorable);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher form, int group) {
        String digits = form.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private static ZoneOffset zone(@Nullable String zone) {
        return zone == null || zone.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(zone);
    }
}
