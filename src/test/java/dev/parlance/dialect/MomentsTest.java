package dev.parlance.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Instants;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-25T11:42:00Z | 2026-03-25T11:42:00Z",
                "2026-03-25T11:42:00.000Z | 2026-03-25T11:42:00Z",
                "2026-03-25t11:42:00z | 2026-03-25T11:42:00Z",
                "2026-03-25 11:42:00 | 2026-03-25T11:42:00Z",
                "2026-03-25T11:42 | 2026-03-25T11:42:00Z",
                "2026-03-25 11:42:00 Z | 2026-03-25T11:42:00Z",
                "2026-03-25T11:42:00.1 | 2026-03-25T11:42:00.100Z",
                "2026-03-25T11:42:00,123456789Z | 2026-03-25T11:42:00.123456Z",
                "2026-03-25T11:42:00.1234567890123Z | 2026-03-25T11:42:00.123456Z",
                "2026-03-25T11:42:00+02:00 | 2026-03-25T09:42:00Z",
                "2026-03-25T11:42:00+0200 | 2026-03-25T09:42:00Z",
                "2026-03-25T11:42:00-05 | 2026-03-25T16:42:00Z",
                "2026-03-25T11:42:00 02:00 | 2026-03-25T09:42:00Z",
                "2026-03-25 11:42:00.5 02:00 | 2026-03-25T09:42:00.500Z",
                "2026-03-25 02:00 | 2026-03-25T02:00:00Z",
                "2026-03-25 | 2026-03-25T00:00:00Z",
                "1774438920000 | 2026-03-25T11:42:00Z",
                "-1 | 1969-12-31T23:59:59.999Z",
                "0 | 1970-01-01T00:00:00Z",
                "0001-01-01 | 0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59.9999999Z | 9999-12-31T23:59:59.999999Z",
                "2024-02-29 | 2024-02-29T00:00:00Z",
            })
    void readsEveryUsualForm(String text, Instant expected) {
        assertThat(Moments.find(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2026-03",
                "25.03.2026",
                "2026-3-25",
                "2026-02-29",
                "2026-13-01",
                "2026-03-25T24:00",
                "2026-03-25T11:60",
                "2026-03-25T11:42:60",
                "2026-03-25T",
                "2026-03-25T11",
                "2026-03-25T11:42:00+25:00",
                "2026-03-25T11:42:00+02:61",
                "2026-03-25T11:42:00Zulu",
                "0000-12-31",
                "0001-01-01T00:00:00+01:00",
                "9999-12-31T23:59:59-01:00",
                "253402300800000",
                "-62135596800001",
                "99999999999999999999",
                "1e12",
                "12026-01-01",
                "2026-03-25Z",
                "٢٠٢٦-٠٣-٢٥",
                "2026-03-25T11:42:00.Z"
            })
    void everythingElseIsNoInstant(String text) {
        assertThat(Moments.find(text)).isEmpty();
        assertThat(Moments.findEnd(text)).isEmpty();
    }

    @Test
    void aDateAloneEndsWithItsLastMicrosecondAsAnUpperBound() {
        assertThat(Moments.findEnd("2026-03-25")).contains(Instant.parse("2026-03-25T23:59:59.999999Z"));
        assertThat(Moments.findEnd("9999-12-31")).contains(Instants.LATEST);
    }

    @Test
    void aTimeIsThatTimeAsAnUpperBoundToo() {
        assertThat(Moments.findEnd("2026-03-25T11:42")).contains(Instant.parse("2026-03-25T11:42:00Z"));
        assertThat(Moments.findEnd("1774438920000")).contains(Instant.parse("2026-03-25T11:42:00Z"));
    }

    @Test
    void readsNumbersAsEpochMilliseconds() {
        Instant expected = Instant.parse("2026-03-25T11:42:00Z");
        assertThat(Moments.find(new BigDecimal("1774438920000"))).contains(expected);
        assertThat(Moments.find(new BigDecimal("1.77443892E12"))).contains(expected);
        assertThat(Moments.find(new BigDecimal("0.0"))).contains(Instant.EPOCH);
        assertThat(Moments.find(new BigDecimal("0E+999999999"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1774438920000.5", "1e999999999", "1e-999999999", "-1e400", "253402300800000", "1e15"})
    void numbersThatAreNoStorableMomentAreRefused(BigDecimal number) {
        assertThat(Moments.find(number)).isEmpty();
    }

    @Test
    void writesMillisecondsAndMicroseconds() {
        Instant instant = Instant.parse("2026-03-25T11:42:07.123456Z");
        assertThat(Moments.millis(instant)).isEqualTo("2026-03-25T11:42:07.123Z");
        assertThat(Moments.micros(instant)).isEqualTo("2026-03-25T11:42:07.123456Z");
        assertThat(Moments.millis(Instants.EARLIEST)).isEqualTo("0001-01-01T00:00:00.000Z");
        assertThat(Moments.micros(Instants.LATEST)).isEqualTo("9999-12-31T23:59:59.999999Z");
    }

    @Test
    void whatIsWrittenIsReadBackAndAgreesWithTheLibrary() {
        Random random = new Random(7);
        long span = Instants.EARLIEST.until(Instants.LATEST, ChronoUnit.MICROS);
        for (int i = 0; i < 2000; i++) {
            Instant instant = Instants.EARLIEST.plus(random.nextLong(span), ChronoUnit.MICROS);
            assertThat(Moments.find(Moments.micros(instant))).contains(instant);
            assertThat(Instant.from(DateTimeFormatter.ISO_INSTANT.parse(Moments.millis(instant))))
                    .isEqualTo(instant.truncatedTo(ChronoUnit.MILLIS));
        }
    }
}
