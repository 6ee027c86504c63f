package dev.parlance.dialect.opencx;

import dev.parlance.conversation.ResourceType;
import dev.parlance.dialect.Parameters;
import dev.parlance.dialect.StorableText;
import dev.parlance.problem.Mistake.Place;
import dev.parlance.query.ResourceUsage;
import dev.parlance.query.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a list of resources goes on, and what it lists. Opaque to clients: it holds all that the next page needs.
record UsageCursor(ResourceType type, Span span, ResourceUsage.@Nullable Last after) {
    private static final String VERSION = "1";
    private static final int PARTS = 6;
    private static final String SEPARATOR = "\n";

    UsageCursor after(ResourceUsage.Summary last) {
        return new UsageCursor(type, span, new ResourceUsage.Last(last.lastUsed(), last.resourceId()));
    }

    /// What the request asks for: its own words, or what its cursor remembers, which they must not contradict.
    static UsageCursor read(Parameters parameters, UsageCursor asked) {
        Optional<String> sent = parameters.findText("cursor");
        if (sent.isEmpty()) {
            return asked;
        }
        Optional<UsageCursor> cursor = find(sent.get());
        if (cursor.isEmpty()) {
            parameters.mistakes().mustBe(Place.QUERY, "cursor", "cursor", "the next of a page before");
        }
        cursor.filter(found -> !found.continues(asked))
                .ifPresent(found -> parameters
                        .mistakes()
                        .add(
                                Place.QUERY,
                                "cursor",
                                "cursor",
                                "cursor belongs to another resource_type, from or to; leave them as they were"));
        return cursor.orElse(asked);
    }

    String text() {
        if (after == null) {
            throw new IllegalStateException("a list begins without a cursor");
        }
        String all = String.join(
                SEPARATOR,
                VERSION,
                type.word(),
                Opaque.text(span.from()),
                Opaque.text(span.to()),
                Opaque.text(after.lastUsed()),
                after.resourceId());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.getBytes(StandardCharsets.UTF_8));
    }

    private boolean continues(UsageCursor asked) {
        return type == asked.type && Opaque.continues(span, asked.span);
    }

    private static Optional<UsageCursor> find(String text) {
        try {
            String all = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = all.split(SEPARATOR, PARTS);
            return parts.length == PARTS && parts[0].equals(VERSION) && StorableText.is(all)
                    ? find(parts)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<UsageCursor> find(String[] parts) {
        Optional<ResourceType> type = Arrays.stream(ResourceType.values())
                .filter(each -> each.word().equals(parts[1]))
                .findFirst();
        Span span = Opaque.span(parts[2], parts[3]);
        Instant lastUsed = Opaque.instant(parts[4]);
        return lastUsed == null
                ? Optional.empty()
                : type.map(each -> new UsageCursor(each, span, new ResourceUsage.Last(lastUsed, parts[5])));
    }
}
