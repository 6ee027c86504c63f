package dev.parlance.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Percent-encoding, read strictly: printable ASCII with well-formed escapes that make UTF-8 without U+0000.
final class Escapes {
    private Escapes() {}

    /// A path segment, or null when it is malformed.
    static @Nullable String segment(String raw) {
        return decoded(raw, false);
    }

    /// A name or value of a query, or null when it is malformed.
    static @Nullable String query(String raw) {
        return decoded(raw, true);
    }

    private static @Nullable String decoded(String raw, boolean plusIsSpace) {
        boolean plain = true;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c <= ' ' || c > '~') {
                return null;
            }
            plain &= c != '%' && (c != '+' || !plusIsSpace);
        }
        return plain ? raw : unescaped(raw, plusIsSpace);
    }

    private static @Nullable String unescaped(String raw, boolean plusIsSpace) {
        byte[] bytes = new byte[raw.length()];
        int length = 0;
        for (int i = 0; i < raw.length(); i++) {
            int value = raw.charAt(i);
            if (value == '%') {
                value = i + 2 < raw.length() ? hex(raw.charAt(i + 1), raw.charAt(i + 2)) : -1;
                i += 2;
            } else if (value == '+' && plusIsSpace) {
                value = ' ';
            }
            if (value <= 0) {
                return null;
            }
            bytes[length++] = (byte) value;
        }
        return text(bytes, length);
    }

    private static int hex(char high, char low) {
        int h = Character.digit(high, 16);
        int l = Character.digit(low, 16);
        return h < 0 || l < 0 ? -1 : (h << 4) | l;
    }

    private static @Nullable String text(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
