package dev.parlance.http;

import dev.parlance.tenant.FileGate;
import dev.parlance.tenant.HeldFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Sends files to who comes with a signed address: whole, or the range that was asked for. They came from outside, so a
/// browser is kept from running what may be in them.
final class FileReplies {
    /// What a browser may show by itself.
    private static final Pattern SHOWN =
            Pattern.compile("(audio|video)/.*|image/(png|jpeg|gif|webp|avif)|application/pdf|text/plain.*");

    private final FileGate gate;

    FileReplies(FileGate gate) {
        this.gate = gate;
    }

    Reply reply(Endpoint.Visit visit) {
        FileGate.Opened opened = gate.open(
                visit.path().getOrDefault("tenant", ""),
                visit.path().getOrDefault("file", ""),
                visit.parameter("expires"),
                visit.parameter("signature"));
        HeldFile file = opened.file();
        Map<String, String> headers = headers(file);
        String tag = headers.getOrDefault("ETag", "");
        if (tag.equals(visit.headers().get("if-none-match"))) {
            return new Reply.Empty(304, headers);
        }
        boolean same = tag.equals(visit.headers().getOrDefault("if-range", tag));
        String range = same ? visit.headers().getOrDefault("range", "") : "";
        return switch (ByteRange.of(range, file.size())) {
            case ByteRange.Whole whole -> bytes(200, headers, opened, new ByteRange.Part(0, file.size() - 1));
            case ByteRange.Part part -> {
                headers.put("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + file.size());
                yield bytes(206, headers, opened, part);
            }
            case ByteRange.Nothing nothing -> {
                headers.put("Content-Range", "bytes */" + file.size());
                yield new Reply.Empty(416, headers);
            }
        };
    }

    private static Reply bytes(int status, Map<String, String> headers, FileGate.Opened opened, ByteRange.Part part) {
        String type = opened.file().mediaType();
        return new Reply.Bytes(status, headers, type, part.length(), parts -> {
            if (part.length() > 0) {
                opened.bytes().read(part.first(), part.last(), parts);
            }
        });
    }

    private static Map<String, String> headers(HeldFile file) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("ETag", '"' + file.version() + '"');
        headers.put("Accept-Ranges", "bytes");
        headers.put("Cache-Control", "private, no-cache");
        headers.put("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        headers.put("Cross-Origin-Resource-Policy", "cross-origin");
        headers.put("Referrer-Policy", "no-referrer");
        String name = URLEncoder.encode(file.bareName(), StandardCharsets.UTF_8).replace("+", "%20");
        String manner = SHOWN.matcher(file.mediaType()).matches() ? "inline" : "attachment";
        headers.put("Content-Disposition", manner + "; filename*=UTF-8''" + name);
        return headers;
    }
}
