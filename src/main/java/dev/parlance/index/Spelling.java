package dev.parlance.index;

import dev.parlance.journal.Feed;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import dev.parlance.query.TextField;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// A value as bytes, led by what it is a value of. Equal values of one thing are spelled alike, all others differ.
@SuppressWarnings("EnumOrdinal") // an index lives no longer than its enums
final class Spelling {
    /// The first byte: a field's place, or one of these and the place.
    private static final int TEXT = 64;
    private static final int TAG = 70;
    private static final int LEAF = 72;
    private static final int USE = 80;
    private static final int PRESENT = 120;
    private static final int LIVING = 121;

    /// The second byte of a field's value.
    private static final int AS_TEXT = 0;
    private static final int AS_UUID = 1;

    private static final int UUID_LENGTH = 36;
    private static final int UUID_BYTES = 16;

    private final byte[] bytes;

    private Spelling(byte[] bytes) {
        this.bytes = bytes;
    }

    /// What every conversation's document has.
    static Spelling living() {
        return new Spelling(new byte[] {LIVING});
    }

    /// What the documents have that have any value of the field.
    static Spelling present(Field field) {
        return new Spelling(new byte[] {PRESENT, (byte) field.ordinal()});
    }

    static Spelling of(Field field, String value) {
        if (!isUuid(value)) {
            return led(value, field.ordinal(), AS_TEXT);
        }
        UUID id = UUID.fromString(value);
        return new Spelling(ByteBuffer.allocate(2 + UUID_BYTES)
                .put((byte) field.ordinal())
                .put((byte) AS_UUID)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    /// A part of it is found in the bytes too.
    static Spelling of(TextField field, String folded) {
        return led(folded, TEXT + field.ordinal());
    }

    static Spelling tag(String tag) {
        return led(tag, TAG);
    }

    static Spelling leaf(Filter.Owner owner, String leaf) {
        return led(leaf, LEAF + owner.ordinal());
    }

    static Spelling of(Feed.Use use) {
        return led(use.resourceId(), USE, use.type().ordinal(), use.kind().ordinal());
    }

    static Spelling word(String word) {
        return led(word);
    }

    byte[] bytes() {
        return bytes;
    }

    /// Whether it is a resource that was used.
    static boolean isUse(byte first) {
        return first == USE;
    }

    /// The field it is a value of, or -1.
    static int field(byte first) {
        return first < TEXT ? first : -1;
    }

    /// The text field it is a value of, or -1.
    static int textField(byte first) {
        return first >= TEXT && first < TAG ? first - TEXT : -1;
    }

    private static Spelling led(String text, int... lead) {
        byte[] own = text.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[lead.length + own.length];
        for (int i = 0; i < lead.length; i++) {
            bytes[i] = (byte) lead[i];
        }
        System.arraycopy(own, 0, bytes, lead.length, own.length);
        return new Spelling(bytes);
    }

    /// Whether it is written as a UUID is by us, so that the sixteen bytes stand for it alone.
    private static boolean isUuid(String value) {
        if (value.length() != UUID_LENGTH) {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            char each = value.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            boolean fits = dash ? each == '-' : (each >= '0' && each <= '9') || (each >= 'a' && each <= 'f');
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
