package dev.parlance.dialect.ohallo;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Moments;
import dev.parlance.tenant.Access;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/// Writes a conversation as the vendor has it. What is unknown is null; what the token may not see is left out.
final class ConversationJson {
    private ConversationJson() {}

    static void write(JsonGenerator json, Access access, Conversation conversation) {
        Members members = new Members(json);
        json.writeStartObject();
        members(members, access, conversation);
        json.writeEndObject();
    }

    /// The conversation's own members, into the object that the generator stands in.
    static void members(Members members, Access access, Conversation conversation) {
        JsonGenerator json = members.json();
        Conversation.Words words = conversation.words();
        Contact contact = conversation.contact();
        json.writeStringProperty("id", conversation.id().toString());
        json.writeStringProperty("tenantId", access.tenant().publicId().toString());
        json.writeStringProperty("workspaceId", conversation.workspace().id().toString());
        json.writeStringProperty("channelId", conversation.channelAccount().id().toString());
        members.nullable("contactId", contact == null ? null : contact.id());
        members.nullable(
                "accountId",
                contact == null || contact.company() == null
                        ? null
                        : contact.company().id());
        json.writeStringProperty("status", Status.of(conversation.state()).word());
        if (access.seesSensitive()) {
            members.nullable("summary", words.summary());
        }
        members.nullable("subject", words.subject());
        members.nullable("outcome", words.outcome());
        json.writeNumberProperty("messageCount", conversation.counts().messages());
        times(members, conversation.times());
    }

    private static void times(Members members, Conversation.Times times) {
        Instant last = times.lastMessage();
        members.nullable("lastMessageAt", last == null ? null : Moments.millis(last));
        members.json().writeStringProperty("createdAt", Moments.millis(times.created()));
        members.json().writeStringProperty("updatedAt", Moments.millis(times.updated()));
    }
}
