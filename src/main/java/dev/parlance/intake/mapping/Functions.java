package dev.parlance.intake.mapping;

import com.dashjoin.jsonata.Jsonata;
import dev.parlance.intake.record.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What expressions may call beside JSONata's own functions:
///
/// - `$json(text)`: the value when the text is JSON, else the text itself
/// - `$instant(epoch)`: seconds or milliseconds since 1970 as ISO 8601; text is passed on
/// - `$plain(html)`: the text of an HTML fragment
/// - `$answered(messages)`: OpenAI messages without the tools' own, each tool call with its `answer`
/// - `$spoken(items)`: LiveKit's message items, each with the `calls` made for it
final class Functions {
    /// Seconds do not reach this before the year 5138, milliseconds have been past it since 1973.
    private static final BigDecimal LEAST_MILLIS = new BigDecimal("1e11");

    private Functions() {}

    static void register(Jsonata expression) {
        expression.registerFunction("json", (Jsonata.Fn1<@Nullable Object, @Nullable Object>) Functions::json);
        expression.registerFunction("instant", (Jsonata.Fn1<@Nullable Object, @Nullable Object>) Functions::instant);
        expression.registerFunction("plain", (Jsonata.Fn1<@Nullable Object, @Nullable Object>) Functions::plain);
        expression.registerFunction(
                "answered", (Jsonata.Fn1<@Nullable Object, @Nullable Object>) given -> Calls.answered(list(given)));
        expression.registerFunction(
                "spoken", (Jsonata.Fn1<@Nullable Object, @Nullable Object>) given -> Calls.spoken(list(given)));
    }

    private static @Nullable Object json(@Nullable Object given) {
        return given instanceof String text ? Json.find(text).map(Trees::plain).orElse(text) : given;
    }

    private static @Nullable Object plain(@Nullable Object given) {
        return given instanceof String html ? Html.text(html) : given;
    }

    private static @Nullable Object instant(@Nullable Object given) {
        if (!(given instanceof Number number)) {
            return given;
        }
        BigDecimal exact = new BigDecimal(number.toString());
        BigDecimal seconds = exact.abs().compareTo(LEAST_MILLIS) < 0 ? exact : exact.movePointLeft(3);
        try {
            BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
            long nanos = seconds.subtract(whole).movePointRight(9).longValue();
            return Instant.ofEpochSecond(whole.longValueExact(), nanos).toString();
        } catch (ArithmeticException | DateTimeException e) {
            return given;
        }
    }

    /// JSONata gives a list of one as its element, and an empty one as nothing.
    private static List<?> list(@Nullable Object given) {
        return switch (given) {
            case null -> List.of();
            case List<?> several -> several;
            default -> List.of(given);
        };
    }
}
