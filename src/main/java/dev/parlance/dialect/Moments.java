package dev.parlance.dialect;

import dev.parlance.conversation.Instants;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Instants in requests, read leniently, and in answers, written in one form.
///
/// Read: `2026-03-25T11:42:00.000Z`; a space for the `T`; no seconds; any fraction; `Z`, an offset, or none (UTC); a
/// date alone; epoch milliseconds. A `+` that a query's decoding made a space is still an offset. Everything is cut to
/// microseconds.
public final class Moments {
    /// What is accepted, for messages.
    public static final String ACCEPTED =
            "an ISO 8601 date or date-time of the years 1 to 9999, such as 2026-03-25T11:42:00Z, or epoch milliseconds";

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)"
            + "(?:[Tt ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,18}))?)?(?: ?([Zz])|([-+ ]\\d\\d(?::?\\d\\d)?))?)?");
    private static final Pattern EPOCH = Pattern.compile("-?\\d{1,15}");
    private static final LocalTime LAST = LocalTime.of(23, 59, 59, 999_999_000);
    private static final int MICRO_DIGITS = 6;
    private static final int MILLI_DIGITS = 3;

    private Moments() {}

    /// The instant a text means as a lower bound or a point: a date alone is the start of that UTC day. Empty for
    /// anything else.
    public static Optional<Instant> find(String text) {
        return find(text, LocalTime.MIN);
    }

    /// The instant a text means as an inclusive upper bound: a date alone is the end of that UTC day. Empty for
    /// anything
    /// else.
    public static Optional<Instant> findEnd(String text) {
        return find(text, LAST);
    }

    /// The instant that a number of epoch milliseconds means, empty outside the years 1 to 9999 and for broken numbers.
    public static Optional<Instant> find(BigDecimal epochMillis) {
        boolean whole =
                epochMillis.signum() == 0 || epochMillis.stripTrailingZeros().scale() <= 0;
        boolean small = (long) epochMillis.precision() - epochMillis.scale() <= 15;
        return whole && small ? storable(Instant.ofEpochMilli(epochMillis.longValueExact())) : Optional.empty();
    }

    /// Such as `2026-03-25T11:42:00.000Z`, cut to milliseconds.
    public static String millis(Instant instant) {
        return iso(instant, MILLI_DIGITS);
    }

    /// Such as `2026-03-25T11:42:00.000000Z`: all that is stored.
    public static String micros(Instant instant) {
        return iso(instant, MICRO_DIGITS);
    }

    private static Optional<Instant> find(String text, LocalTime timeOfDates) {
        String bare = text.strip();
        if (EPOCH.matcher(bare).matches()) {
            return storable(Instant.ofEpochMilli(Long.parseLong(bare)));
        }
        Matcher iso = ISO.matcher(bare);
        try {
            return iso.matches() ? storable(instant(iso, timeOfDates)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(Matcher iso, LocalTime timeOfDates) {
        LocalDate date = LocalDate.of(number(iso.group(1)), number(iso.group(2)), number(iso.group(3)));
        if (iso.group(4) == null) {
            return date.atTime(timeOfDates).toInstant(ZoneOffset.UTC);
        }
        LocalTime time =
                LocalTime.of(number(iso.group(4)), number(iso.group(5)), number(iso.group(6)), nanos(iso.group(7)));
        return date.atTime(time).toInstant(offset(iso.group(9)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : 1000 * Integer.parseInt((fraction + "00000").substring(0, MICRO_DIGITS));
    }

    private static ZoneOffset offset(@Nullable String offset) {
        return offset == null ? ZoneOffset.UTC : ZoneOffset.of(offset.replace(' ', '+'));
    }

    private static Optional<Instant> storable(Instant instant) {
        return Instants.isStorable(instant) ? Optional.of(instant) : Optional.empty();
    }

    /// By hand: a page writes many of these, and a formatter takes several times as long.
    private static String iso(Instant instant, int fractionDigits) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        byte[] text = new byte[21 + fractionDigits];
        put(text, 0, 4, time.getYear());
        text[4] = '-';
        put(text, 5, 2, time.getMonthValue());
        text[7] = '-';
        put(text, 8, 2, time.getDayOfMonth());
        text[10] = 'T';
        put(text, 11, 2, time.getHour());
        text[13] = ':';
        put(text, 14, 2, time.getMinute());
        text[16] = ':';
        put(text, 17, 2, time.getSecond());
        text[19] = '.';
        put(text, 20, fractionDigits, time.getNano() / (fractionDigits == MILLI_DIGITS ? 1_000_000 : 1000));
        text[20 + fractionDigits] = 'Z';
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void put(byte[] text, int at, int digits, int value) {
        int rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
