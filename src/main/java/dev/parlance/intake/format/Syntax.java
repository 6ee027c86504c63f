package dev.parlance.intake.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;

/// Reasons why something cannot be read, without a word of what stands there.
final class Syntax {
    /// Jackson lets this one pass as a plain exception of the JDK.
    static final String BOUNDLESS = "a number beyond all limits";

    private Syntax() {}

    static String reason(JacksonException e) {
        if (e.getCause() instanceof IOException cause) {
            return reason(cause);
        }
        return switch (e) {
            case StreamConstraintsException limit -> "JSON beyond the limits of depth, number or text" + position(e);
            case DatabindException twice -> "a member is given twice" + position(e);
            default -> "not JSON" + position(e);
        };
    }

    static String reason(IOException e) {
        return switch (e) {
            case RecordTooLong tooLong -> tooLong.reason();
            case EOFException end -> "the compressed data ends early";
            case ZipException damaged -> "the compressed data is damaged";
            default -> "the file cannot be read further";
        };
    }

    static String reason(UncheckedIOException e) {
        IOException cause = e.getCause();
        return cause == null ? "the file cannot be read further" : reason(cause);
    }

    private static String position(JacksonException e) {
        @Nullable TokenStreamLocation location = e.getLocation();
        return location == null || location.getColumnNr() < 1 ? "" : " at column " + location.getColumnNr();
    }
}
