package dev.parlance.dialect.opencx;

import dev.parlance.conversation.Channel;
import dev.parlance.conversation.State;
import dev.parlance.dialect.Parameters;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What `GET /chat/sessions` lists; null leaves a member open.
record SessionListing(
        @Nullable Boolean handedOff,
        @Nullable Status status,
        @Nullable Channel channel,
        Span created,
        Span updated) {
    static final int TEXTS = 7;

    private static final Map<String, Channel> CHANNELS = new LinkedHashMap<>();

    static {
        Arrays.asList(Channel.values()).forEach(channel -> CHANNELS.put(channel.word(), channel));
    }

    static SessionListing read(Parameters parameters) {
        return new SessionListing(
                parameters.findBoolean("handed_off").orElse(null),
                parameters.findOneOf("status", Status.BY_WORD).orElse(null),
                parameters.findOneOf("channel_type", CHANNELS).orElse(null),
                parameters.span("created_after", "created_before"),
                parameters.span("updated_after", "updated_before"));
    }

    Filter filter() {
        List<Filter> all = new ArrayList<>();
        if (handedOff != null) {
            all.add(new Filter.OneOf(Field.HANDED_OFF, Set.of(handedOff.toString())));
        }
        if (status != null) {
            Set<String> states = status.states().stream().map(State::word).collect(Collectors.toSet());
            all.add(new Filter.OneOf(Field.STATE, states));
        }
        if (channel != null) {
            all.add(new Filter.OneOf(Field.CHANNEL, Set.of(channel.word())));
        }
        if (!created.isAlways()) {
            all.add(new Filter.During(InstantField.CREATED, created));
        }
        if (!updated.isAlways()) {
            all.add(new Filter.During(InstantField.UPDATED, updated));
        }
        return new Filter.All(all);
    }

    /// Whether the same is asked again; what is left out is as it was.
    boolean isContinuedBy(SessionListing asked) {
        return (asked.handedOff == null || asked.handedOff.equals(handedOff))
                && (asked.status == null || asked.status == status)
                && (asked.channel == null || asked.channel == channel)
                && Opaque.continues(created, asked.created)
                && Opaque.continues(updated, asked.updated);
    }

    List<String> texts() {
        return List.of(
                Objects.toString(handedOff, ""),
                status == null ? "" : status.word(),
                channel == null ? "" : channel.word(),
                Opaque.text(created.from()),
                Opaque.text(created.to()),
                Opaque.text(updated.from()),
                Opaque.text(updated.to()));
    }

    static SessionListing of(List<String> texts) {
        return new SessionListing(
                texts.get(0).isEmpty() ? null : (Boolean) texts.get(0).equals("true"),
                Status.BY_WORD.get(texts.get(1)),
                CHANNELS.get(texts.get(2)),
                Opaque.span(texts.get(3), texts.get(4)),
                Opaque.span(texts.get(5), texts.get(6)));
    }
}
