package dev.parlance.intake;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a file holds, as its record says or its name ends.
final class MediaTypes {
    private static final Pattern PLAUSIBLE =
            Pattern.compile("[a-z]{1,20}/[a-z0-9][a-z0-9.+-]{0,100}(; ?charset=[a-z0-9-]{1,40})?");
    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("aac", "audio/aac"),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("flac", "audio/flac"),
            Map.entry("gif", "image/gif"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("json", "application/json"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("oga", "audio/ogg"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("opus", "audio/ogg"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("wav", "audio/wav"),
            Map.entry("weba", "audio/webm"),
            Map.entry("webm", "audio/webm"),
            Map.entry("webp", "image/webp"));

    private MediaTypes() {}

    /// The type that is given, else the one that the name's ending or `format` tells.
    static String of(@Nullable String given, String name, @Nullable String format) {
        String stated = given == null ? "" : given.strip().toLowerCase(Locale.ROOT);
        if (PLAUSIBLE.matcher(stated).matches()) {
            return stated;
        }
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String byFormat = BY_ENDING.getOrDefault(lower(format == null ? "" : format), "application/octet-stream");
        return BY_ENDING.getOrDefault(lower(ending), byFormat);
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
