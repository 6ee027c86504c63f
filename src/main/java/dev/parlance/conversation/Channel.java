package dev.parlance.conversation;

import java.util.Locale;

/// How the contact speaks to us.
public enum Channel {
    WEB,
    EMAIL,
    PHONE_VOICE,
    WEB_VOICE,
    SMS,
    WHATSAPP,
    INSTAGRAM,
    MESSENGER,
    SLACK,
    API;

    /// The name in import records and filters.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
