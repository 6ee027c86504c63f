package dev.parlance.dialect.parlance;

import dev.parlance.conversation.Conversation;
import dev.parlance.dialect.Parameters;
import dev.parlance.http.Request;
import dev.parlance.problem.Mistake;
import dev.parlance.query.Page;
import dev.parlance.query.Sort;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where a list of conversations goes on: after a row, and only for the question that it was given for. Opaque to
/// clients.
record Cursor(Instant key, long number, String question) {
    private static final Pattern FORM = Pattern.compile("(-?\\d{1,18})\\.(\\d{1,18})\\.([0-9a-f]{16})");
    private static final Set<String> PAGING = Set.of("cursor", "limit", "count", "include");
    private static final int QUESTION_BYTES = 8;

    static Cursor after(Sort sort, Conversation last, Request request) {
        return new Cursor(sort.field().of(last), last.number(), question(request));
    }

    /// The page that the request asks for: the first one, or the one that its cursor leads to.
    static Page page(Parameters parameters, Request request, int limit) {
        Optional<String> text = parameters.findText("cursor");
        if (text.isEmpty()) {
            return Page.first(limit);
        }
        Optional<Cursor> cursor =
                find(text.get()).filter(found -> found.question().equals(question(request)));
        if (cursor.isEmpty()) {
            parameters
                    .mistakes()
                    .mustBe(
                            Mistake.Place.QUERY,
                            "cursor",
                            "cursor",
                            "the next of a page before, with the same parameters",
                            Mistake.quoted(text.get()));
        }
        return cursor.<Page>map(found -> new Page.After(found.key(), found.number(), limit))
                .orElse(Page.first(limit));
    }

    String text() {
        String plain = ChronoUnit.MICROS.between(Instant.EPOCH, key) + "." + number + "." + question;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Cursor> find(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Matcher form = FORM.matcher(plain);
            return form.matches()
                    ? Optional.of(new Cursor(
                            Instant.EPOCH.plus(Long.parseLong(form.group(1)), ChronoUnit.MICROS),
                            Long.parseLong(form.group(2)),
                            form.group(3)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// What is asked, apart from the page: its parameters in their order by name.
    private static String question(Request request) {
        String asked = request.query().stream()
                .filter(parameter -> !PAGING.contains(parameter.name()))
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .sorted()
                .collect(Collectors.joining("&"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, QUESTION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
