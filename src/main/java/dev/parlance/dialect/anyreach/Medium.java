package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.Channel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Anyreach's channels: each stands for a set of ours, every one of ours for one of them.
enum Medium {
    TELEPHONE,
    WEBRTC,
    EMAIL,
    TEXT;

    private final String word = name().toLowerCase(Locale.ROOT);

    static Medium of(Channel channel) {
        return switch (channel) {
            case PHONE_VOICE -> TELEPHONE;
            case WEB_VOICE -> WEBRTC;
            case EMAIL -> EMAIL;
            case WEB, SMS, WHATSAPP, INSTAGRAM, MESSENGER, SLACK, API -> TEXT;
        };
    }

    String word() {
        return word;
    }

    /// The words of the channels that it stands for.
    Set<String> channels() {
        return Arrays.stream(Channel.values())
                .filter(channel -> of(channel) == this)
                .map(Channel::word)
                .collect(Collectors.toUnmodifiableSet());
    }
}
