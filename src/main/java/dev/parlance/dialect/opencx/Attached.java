package dev.parlance.dialect.opencx;

import dev.parlance.conversation.Attachment;
import dev.parlance.conversation.Bytes;
import dev.parlance.dialect.Wild;
import dev.parlance.journal.Deed;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The attachments that come with a message: by address, or with their bytes, which are kept.
record Attached(List<Attachment> attachments, List<Deed> files) {
    private static final int MOST = 50;
    private static final int LONGEST = 255;
    private static final int LONGEST_URL = 4096;
    private static final String UNKNOWN = "application/octet-stream";
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]{1,127}/[\\w!#$&^.+-]{1,127}");
    private static final Pattern DATA_URL = Pattern.compile("^data:([^;,]*)(?:;[^;,]*)*;base64,");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\r\\n]+");

    static Attached read(Wild attachments) {
        Attached attached = new Attached(new ArrayList<>(), new ArrayList<>());
        if (attachments.isNothing()) {
            return attached;
        }
        if (!attachments.node().isArray()) {
            attachments.mistake("array", "an array of attachments");
            return attached;
        }
        attachments.elements(MOST).forEach(attached::add);
        return attached;
    }

    private void add(Wild attachment) {
        if (!attachment.node().isObject()) {
            attachment.mistake("object", "an object with url or base64");
            return;
        }
        if (attachment.member("url").isNothing() == attachment.member("base64").isNothing()) {
            attachment.mistake("one", "given either as url or as base64");
        }
        Optional<String> name = attachment.find("name", each -> each.findText(LONGEST));
        Optional<String> type = attachment.find("mime_type", Attached::findMediaType);
        Optional<String> url = attachment.find("url", Attached::findUrl);
        Optional<Content> content = attachment.find("base64", Attached::findContent);
        url.ifPresent(address -> attachments.add(
                new Attachment(name.orElseGet(() -> lastPart(address)), address, null, type.orElse(null), null)));
        content.ifPresent(held -> keep(name.orElse("attachment"), type.orElse(held.mediaType()), held.bytes()));
    }

    private void keep(String name, String mediaType, Bytes bytes) {
        String file = UUID.randomUUID() + "/" + name;
        attachments.add(new Attachment(name, null, file, mediaType, (long) bytes.size()));
        files.add(new Deed.KeepFile(file, mediaType, bytes));
    }

    /// Bytes, and what a data URL says they are.
    private record Content(Bytes bytes, String mediaType) {}

    private static Optional<Content> findContent(Wild value) {
        String text = value.node().isString() ? value.node().stringValue() : "";
        Matcher data = DATA_URL.matcher(text);
        boolean told = data.find();
        String type = told && MEDIA_TYPE.matcher(data.group(1)).matches() ? data.group(1) : UNKNOWN;
        byte[] bytes = decoded(told ? text.substring(data.end()) : text);
        return bytes == null
                ? value.mistake("base64", "the bytes of a file in base64")
                : Optional.of(new Content(Bytes.of(bytes), type));
    }

    /// The decoder skips what does not belong; we do not.
    private static byte @Nullable [] decoded(String text) {
        try {
            return BASE64.matcher(text).matches() ? Base64.getMimeDecoder().decode(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Optional<String> findMediaType(Wild value) {
        String text = value.node().isString() ? value.node().stringValue() : "";
        return MEDIA_TYPE.matcher(text).matches()
                ? Optional.of(text)
                : value.mistake("mime_type", "a media type such as image/png");
    }

    private static Optional<String> findUrl(Wild value) {
        boolean address = value.node().isString() && isAddress(value.node().stringValue());
        return address ? Optional.of(value.node().stringValue()) : value.mistake("url", "an http or https URL");
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && text.length() <= LONGEST_URL;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String lastPart(String url) {
        String path = URI.create(url).getPath();
        String last = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        return last.isBlank() ? "attachment" : last;
    }
}
