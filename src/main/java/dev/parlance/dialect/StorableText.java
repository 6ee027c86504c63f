package dev.parlance.dialect;

/// Which texts of a request can be asked for at all.
public final class StorableText {
    private StorableText() {}

    /// Whether the text is free of U+0000, which no database keeps, and of halves of surrogate pairs, which are no
    /// character.
    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
