package dev.parlance.dialect.ohallo;

import dev.parlance.conversation.Channel;
import dev.parlance.conversation.ChannelAccount;
import dev.parlance.conversation.Named;
import dev.parlance.dialect.Moments;
import dev.parlance.tenant.Access;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Writes workspaces and channels. What Parlance does not know of them is null.
final class PlaceJson {
    private static final List<String> UNKNOWN =
            List.of("country", "operatingLanguage", "currency", "businessType", "timezone");

    private PlaceJson() {}

    static void workspace(JsonGenerator json, Access access, Named workspace) {
        json.writeStartObject();
        json.writeStringProperty("id", workspace.id().toString());
        json.writeStringProperty("tenantId", access.tenant().publicId().toString());
        json.writeNullProperty("brandId");
        json.writeStringProperty("name", workspace.name());
        UNKNOWN.forEach(json::writeNullProperty);
        json.writeEndObject();
    }

    static void channel(JsonGenerator json, ChannelAccount channel) {
        json.writeStartObject();
        json.writeStringProperty("id", channel.id().toString());
        json.writeStringProperty("workspaceId", channel.workspace().id().toString());
        json.writeStringProperty("channelType", type(channel.channel()));
        json.writeStringProperty("displayName", channel.title());
        json.writeStringProperty("status", "active");
        json.writeBooleanProperty("enabled", channel.enabled());
        json.writeNullProperty("config");
        json.writeStringProperty("createdAt", Moments.millis(channel.created()));
        json.writeEndObject();
    }

    private static String type(Channel channel) {
        return switch (channel) {
            case EMAIL -> "email";
            case WHATSAPP -> "whatsapp";
            case PHONE_VOICE, WEB_VOICE -> "voice";
            case WEB, SMS, INSTAGRAM, MESSENGER, SLACK, API -> "chat";
        };
    }
}
