package dev.parlance.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormatsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "x.ndjson ~ {'a':1}|{'a':2} ~ 1 {'a':1}, 2 {'a':2}",
                "x.ndjson ~ {'a':1}|| |{'a':2}| ~ 1 {'a':1}, 4 {'a':2}",
                "x.ndjson ~ {'a':1}|{'a':|{'a':3} ~ 1 {'a':1}, 2 broken, 3 {'a':3}",
                "x.ndjson ~ {'a':1} x|{'a':2} ~ 1 broken, 2 {'a':2}",
                "x.ndjson ~ {'a':1,'a':2}|5 ~ 1 broken, 2 5",
                "x.ndjson ~ ['r']|['s'] ~ 1 ['r'], 2 ['s']",
                "stdin ~ ['r']|['s'] ~ 1 ['r'], 2 ['s']",
                "stdin ~ {'a':1}|{'a':2} ~ 1 {'a':1}, 2 {'a':2}",
                "x.json ~ [{'a':1},|{'a':2}] ~ 1 {'a':1}, 2 {'a':2}",
                "x.json ~ [] ~ ``",
                "x.json ~ ` ` ~ ``",
                "x.json ~ [{'a':1},|{'a':1,'a':2},|{'a':3}] ~ 1 {'a':1}, 2 broken, 3 {'a':3}",
                "x.json ~ [{'a':1},|{'a'|] ~ 1 {'a':1}, 3 broken",
                "x.json ~ [{'a':1}] x ~ 1 {'a':1}, 1 broken",
                "x.json ~ {|'a':1|} ~ 1 {'a':1}",
                "x.json ~ {|'a':1|}|{|'a':2} ~ 1 {'a':1}, 4 {'a':2}",
                "x.csv ~ a,b|1,2|3,| ~ 2 {'a':'1','b':'2'}, 3 {'a':'3'}",
                "x.csv ~ a;b|1;2 ~ 2 {'a':'1','b':'2'}",
                "x.csv ~ a,b|1,2,3|4 ~ 2 broken, 3 {'a':'4'}",
                "x.csv ~ a,a|1,2 ~ 1 broken",
                "x.csv ~ {'a':1} ~ 1 {'a':1}",
                "x.json ~ hello ~ 1 broken",
            })
    void aFileIsReadByItsContentAndExtension(String name, String content, String expected) throws IOException {
        byte[] bytes = content.replace('|', '\n').replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        List<String> wanted = expected.isEmpty()
                ? List.of()
                : List.of(expected.replace('\'', '"').split(", (?=\\d)", -1));
        assertThat(shown(name, bytes)).isEqualTo(wanted);
        assertThat(shown(name, gzip(bytes))).isEqualTo(wanted);
        assertThat(shown(name, with(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, bytes)))
                .isEqualTo(wanted);
    }

    @Test
    void bytesThatAreNoTextSpoilOnlyTheirRecord() throws IOException {
        byte[] bad = with(
                with("{\"a\":\"".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xc3}),
                "\"}\n5".getBytes(StandardCharsets.UTF_8));
        List<Entry> entries = entries("x.ndjson", bad);
        assertThat(entries).hasSize(2);
        assertThat(((Entry.Value) entries.getFirst()).tree().get("a").stringValue())
                .isEqualTo("\udc00");
    }

    @Test
    void ofATruncatedArchiveTheBeginningCounts() throws IOException {
        String line = "{\"a\":\"" + "0123456789".repeat(20) + "\"}\n";
        byte[] packed = gzip(line.repeat(20_000).getBytes(StandardCharsets.UTF_8));
        List<Entry> entries = entries("x.ndjson.gz", Arrays.copyOf(packed, packed.length - packed.length / 3));
        assertThat(entries).hasSizeGreaterThan(1000);
        assertThat(entries.getLast())
                .isInstanceOfSatisfying(
                        Entry.Broken.class,
                        broken -> assertThat(broken.reason()).contains("ends early"));
        assertThat(entries.subList(0, entries.size() - 1)).allMatch(Entry.Value.class::isInstance);
    }

    @Test
    void aLineBeyondTheLimitIsLeftOut() {
        LineEntries lines =
                new LineEntries(new StringReader("1\n" + "2".repeat(200_000) + "\n3\n" + "4".repeat(99)), 100);
        assertThat(List.of(shown(lines.next()), shown(lines.next()), shown(lines.next())))
                .containsExactly("1 1", "2 broken", "3 3");
        assertThat(shown(lines.next())).startsWith("4 44");
        assertThat(lines.next()).isNull();
    }

    @Test
    void aFileLongerThanOneRecordMayBeIsStreamed() throws IOException {
        byte[] element = ("{\"a\":\"" + "x".repeat(1000) + "\"},\n").getBytes(StandardCharsets.UTF_8);
        long count = 0;
        try (Entries entries = Formats.open(new Endless(element, 100_000), "x.json")) {
            Entry entry = entries.next();
            while (entry instanceof Entry.Value) {
                count++;
                entry = entries.next();
            }
        }
        assertThat(count).isEqualTo(100_000);
    }

    /// `[`, then the same bytes again and again.
    private static final class Endless extends InputStream {
        private final byte[] element;
        private long left;
        private int at = -1;

        Endless(byte[] element, long times) {
            this.element = element;
            this.left = times;
        }

        @Override
        public int read() {
            if (at < 0) {
                at = 0;
                return '[';
            }
            if (at == element.length) {
                at = 0;
                left--;
            }
            return left > 0 ? element[at++] : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = 0;
            for (int one = 0; count < length && (one = read()) >= 0; count++) {
                buffer[offset + count] = (byte) one;
            }
            return count == 0 && length > 0 ? -1 : count;
        }
    }

    private static List<Entry> entries(String name, byte[] bytes) throws IOException {
        List<Entry> found = new ArrayList<>();
        try (Entries entries = Formats.open(new ByteArrayInputStream(bytes), name)) {
            for (Entry entry = entries.next(); entry != null; entry = entries.next()) {
                found.add(entry);
            }
        }
        return found;
    }

    private static List<String> shown(String name, byte[] bytes) throws IOException {
        return entries(name, bytes).stream().map(FormatsTest::shown).toList();
    }

    private static String shown(@Nullable Entry entry) {
        return switch (entry) {
            case Entry.Value value -> value.line() + " " + value.tree();
            case Entry.Row row -> row.line() + " " + row.cells();
            case Entry.Broken broken -> broken.line() + " broken";
            case null -> "end";
        };
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] with(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
