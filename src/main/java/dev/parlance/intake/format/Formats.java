package dev.parlance.intake.format;

import dev.parlance.intake.record.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/// Opens files by what is in them, and by their extension where the content leaves it open.
public final class Formats {
    private static final int PEEK = 1 << 16;

    private Formats() {}

    /// The entries of a stream; `name` gives the extension.
    ///
    /// @throws IOException when nothing of it can be read
    public static Entries open(InputStream stream, String name) throws IOException {
        PushbackInputStream plain = new PushbackInputStream(unpacked(stream), 4);
        BufferedReader reader = new BufferedReader(decoded(plain), PEEK);
        String extension = extension(name);
        String head = head(reader);
        String start = head.stripLeading();
        if (start.isEmpty() || start.startsWith("{") || start.startsWith("[")) {
            return json(reader, start, extension);
        }
        return extension.equals("ndjson") || extension.equals("jsonl") || extension.equals("json")
                ? new LineEntries(reader)
                : new CsvEntries(reader, separator(start));
    }

    /// NDJSON, plain or gzip, that may come slowly: a line is read when it is there. A line of more than `longest`
    /// characters is a broken entry.
    ///
    /// @throws IOException when nothing of it can be read
    public static Entries lines(InputStream stream, int longest) throws IOException {
        return new LineEntries(decoded(new PushbackInputStream(unpacked(stream), 4)), longest);
    }

    private static InputStream unpacked(InputStream stream) throws IOException {
        PushbackInputStream peek = new PushbackInputStream(stream, 2);
        byte[] magic = peek.readNBytes(2);
        peek.unread(magic);
        boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        return gzip ? new GZIPInputStream(peek, PEEK) : peek;
    }

    /// Bytes that are no text become unpaired surrogates, which no valid text holds: so the record that they stand in
    /// is
    /// refused, and only it.
    private static Reader decoded(PushbackInputStream stream) throws IOException {
        byte[] mark = stream.readNBytes(3);
        Charset charset = charset(mark);
        int skip = charset.equals(StandardCharsets.UTF_8) ? (starts(mark, 0xef, 0xbb, 0xbf) ? 3 : 0) : 2;
        stream.unread(mark, skip, mark.length - skip);
        return new InputStreamReader(
                stream,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith("\udc00"));
    }

    private static Charset charset(byte[] mark) {
        if (starts(mark, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        return starts(mark, 0xff, 0xfe) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    private static boolean starts(byte[] mark, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= mark.length || (mark[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String head(BufferedReader reader) throws IOException {
        char[] head = new char[PEEK];
        reader.mark(PEEK + 1);
        int length = 0;
        try {
            for (int read = 0; read >= 0 && length < PEEK; length += Math.max(0, read)) {
                read = reader.read(head, length, PEEK - length);
            }
        } catch (IOException e) {
            // A file damaged near its beginning: what came before counts, and the error comes again while reading.
        }
        reader.reset();
        return new String(head, 0, length);
    }

    private static Entries json(Reader reader, String start, String extension) {
        int lineEnd = start.indexOf('\n');
        boolean lines = extension.equals("ndjson") || extension.equals("jsonl");
        if (start.startsWith("[")) {
            boolean more =
                    lineEnd > 0 && start.substring(lineEnd).stripLeading().startsWith("[");
            boolean arrays = lines || (more && isWhole(start.substring(0, lineEnd)));
            return arrays ? new LineEntries(reader) : new TreeEntries(reader, true);
        }
        boolean overLines = !lines && lineEnd > 0 && isBeginning(start.substring(0, lineEnd));
        return overLines ? new TreeEntries(reader, false) : new LineEntries(reader);
    }

    private static boolean isWhole(String text) {
        return Json.find(text).isPresent();
    }

    /// Whether the text is JSON up to its end and then breaks off.
    private static boolean isBeginning(String text) {
        try {
            Json.WHOLE.readTree(text);
            return false;
        } catch (UnexpectedEndOfInputException e) {
            return true;
        } catch (JacksonException | NumberFormatException e) {
            return false;
        }
    }

    private static char separator(String start) {
        String header = start.lines().findFirst().orElse("");
        if (header.indexOf(',') >= 0) {
            return ',';
        }
        return header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static String extension(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String bare = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        return bare.substring(bare.lastIndexOf('.') + 1);
    }
}
