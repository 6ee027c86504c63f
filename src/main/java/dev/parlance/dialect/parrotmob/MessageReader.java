package dev.parlance.dialect.parrotmob;

import dev.parlance.conversation.Attachment;
import dev.parlance.dialect.Given;
import dev.parlance.dialect.Wild;
import dev.parlance.http.Request;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the body of `POST .../conversation-messages`.
final class MessageReader {
    private static final String MEMBERSHIP = "audience_membership";
    private static final String TEXT = "text";
    private static final String MEDIA = "media_content_urls";
    private static final int MOST_MEDIA = 100;
    private static final int LONGEST_URL = 2048;

    /// A message to a member of the audience.
    record NewMessage(Member member, String text, List<Attachment> media) {}

    private MessageReader() {}

    /// What the body asks for.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with every mistake
    static NewMessage read(Request request) {
        Given body = Given.of(request);
        body.only(Set.of(MEMBERSHIP, TEXT, MEDIA));
        if (body.find(MEMBERSHIP).isEmpty()) {
            body.mistake(MEMBERSHIP, "missing", "an object with either id or mobile_phone_number");
        }
        Optional<Member> member = body.find(MEMBERSHIP).flatMap(Member::read);
        String text = body.text(TEXT);
        List<Attachment> media = body.find(MEDIA).map(MessageReader::media).orElse(List.of());
        body.check();
        return new NewMessage(member.orElseThrow(), text, media);
    }

    private static List<Attachment> media(Wild urls) {
        if (!urls.node().isArray()) {
            urls.mistake("array", "an array of addresses");
            return List.of();
        }
        return urls.elements(MOST_MEDIA).stream()
                .flatMap(each -> attachment(each).stream())
                .toList();
    }

    /// Named by the last part of its path.
    private static Optional<Attachment> attachment(Wild url) {
        Optional<URI> address = url.node().isString() ? uri(url.node().stringValue()) : Optional.empty();
        if (address.isEmpty()) {
            return url.mistake("url", "an http or https address of at most " + LONGEST_URL + " characters");
        }
        String path = address.get().getPath() == null ? "" : address.get().getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Optional.of(
                new Attachment(name.isEmpty() ? "media" : name, url.node().stringValue(), null, null, null));
    }

    private static Optional<URI> uri(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && text.length() <= LONGEST_URL ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
